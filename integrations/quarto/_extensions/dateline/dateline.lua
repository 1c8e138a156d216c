-- {{< dateline dossier/ actor="nato" from="2023" >}}: the chosen part of a chronology, as blocks of the document.
--
-- What can be chosen is what `dateline export` takes, by the same names; docs/quarto.md tells of it. The program is
-- `dateline`, or what `dateline-command` in the document's metadata names. It is run as it is, never by a shell.

local CHOICES = {
  "actor", "type", "topic", "place", "status", "where", "from", "to", "words", "limit", "as-of", "lang", "base-url",
  "only",
}
local SWITCHES = { "key", "drafts" }
local AS = { blocks = "pandoc-json", fragment = "fragment" }

local function words(value)
  if value == nil then return "" end
  return pandoc.utils.stringify(value)
end

-- Several values of a choice stand between commas, as in the address of a view; a period or words have no others.
local SINGLE = { from = true, to = true, words = true, limit = true, ["as-of"] = true, lang = true, ["base-url"] = true, only = true }

local function values(name, written)
  if SINGLE[name] then return { written } end
  local found = {}
  for value in written:gmatch("[^,]+") do
    table.insert(found, (value:gsub("^%s+", ""):gsub("%s+$", "")))
  end
  return found
end

local function known(name)
  for _, list in ipairs({ CHOICES, SWITCHES, { "as" } }) do
    for _, choice in ipairs(list) do
      if choice == name then return true end
    end
  end
  return false
end

local function arguments(form, args, kwargs)
  local given = { "export", form }
  for _, name in ipairs(CHOICES) do
    local written = words(kwargs[name])
    if written ~= "" then
      for _, value in ipairs(values(name, written)) do
        table.insert(given, "--" .. name .. "=" .. value) -- one word, so that no value is taken for an option
      end
    end
  end
  for _, name in ipairs(SWITCHES) do
    local written = words(kwargs[name])
    if written == "true" or written == "yes" or written == "1" then table.insert(given, "--" .. name) end
  end
  table.insert(given, "--")
  local folder = words(args[1])
  table.insert(given, folder ~= "" and folder or ".")
  return given
end

local function run(command, given)
  local ran, said = pcall(pandoc.pipe, command, given, "")
  if ran then return said end
  local code = type(said) == "table" and said.error_code or said
  error("dateline: '" .. command .. " " .. table.concat(given, " ") .. "' failed (" .. tostring(code)
    .. "); what it said stands above", 0)
end

local function is_html()
  return quarto ~= nil and quarto.doc.is_format("html") or FORMAT:match("^html") ~= nil
end

local function dateline(args, kwargs, meta)
  for name in pairs(kwargs) do
    if type(name) == "string" and not known(name) then
      error("dateline: there is no '" .. name .. "' to choose by; there are " .. table.concat(CHOICES, ", "), 0)
    end
  end
  local command = words(meta and meta["dateline-command"])
  if command == "" then command = "dateline" end
  local as = words(kwargs["as"])
  if as ~= "" and AS[as] == nil then error("dateline: as='" .. as .. "' is neither 'blocks' nor 'fragment'", 0) end
  if as == "fragment" and is_html() then
    return pandoc.Blocks({ pandoc.RawBlock("html", run(command, arguments(AS.fragment, args, kwargs))) })
  end
  return pandoc.read(run(command, arguments(AS.blocks, args, kwargs)), "json").blocks
end

return { dateline = dateline }
