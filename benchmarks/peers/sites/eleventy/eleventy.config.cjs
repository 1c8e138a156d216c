module.exports = (settings) => {
  settings.addFilter("day", (date) => date.toISOString().slice(0, 10));
  settings.addCollection("timeline", (pages) => pages.getFilteredByGlob("src/events/*.md"));
  settings.addPassthroughCopy({ "src/style.css": "style.css" });
  return { markdownTemplateEngine: false, dir: { input: "src", output: "output" } };
};
