"use strict";
const form = document.querySelector(".filters");
if (form) {
  const images = [...document.querySelectorAll(".image")].map((image) => ({
    image, text: image.textContent.toLowerCase(), findings: [...image.querySelectorAll(".finding")],
  }));
  const count = images.reduce((sum, { findings }) => sum + findings.length, 0);
  const apply = () => {
    const { level, kind, words } = form.elements;
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { image, text, findings } of images) {
      const hasWords = wanted.every((word) => text.includes(word));
      let isShown = false;
      for (const finding of findings) {
        const fits = hasWords && (!level.value || finding.dataset.level === level.value)
          && (!kind.value || finding.dataset.kind === kind.value);
        finding.hidden = !fits;
        isShown ||= fits;
        shown += fits ? 1 : 0;
      }
      image.hidden = !isShown;
    }
    form.querySelector("[role=status]").textContent = `${shown} of ${count} findings are shown.`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    details.dataset.opened = "";
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-opened]")) {
    details.open = false;
    delete details.dataset.opened;
  }
});
