// No fonts, since its own come from another host; all else as it comes.
window.timeline = new TL.Timeline("timeline", "events.json", { font: null });
