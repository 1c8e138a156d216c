-- What Quarto does with a shortcode, as far as its documentation tells: the function of its name is called with the
-- words and the named values as inlines, and with the metadata. Here `::: {.dateline folder="…" actor="…"}` stands for it.
local extension = dofile(os.getenv("SHORTCODE"))
local meta

local function inlines(text) return pandoc.Inlines({ pandoc.Str(text) }) end

return {
  { Meta = function(found) meta = found end },
  {
    Div = function(div)
      if not div.classes:includes("dateline") then return nil end
      local args, kwargs = {}, setmetatable({}, { __index = function() return pandoc.Inlines({}) end })
      for name, value in pairs(div.attributes) do
        if name == "folder" then args[1] = inlines(value) else kwargs[name] = inlines(value) end
      end
      return extension.dateline(args, kwargs, meta)
    end,
  },
}
