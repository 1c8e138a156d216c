// As high as the window, with what does not fit scrolled to; all else as it comes.
fetch("events.json")
  .then((response) => response.json())
  .then((events) => {
    const options = { height: "100%", verticalScroll: true };
    window.timeline = new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(events), options);
  });
