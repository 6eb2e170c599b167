/** Measures sheets as they will be printed. The screen may be narrower than the paper, so a copy is measured. */

/** The height of the shorter paper and the line of text, in px of CSS; sheet.css gives the copy the width of the narrower one. */
const PAGE = (256 / 25.4) * 96;
const LINE = (5.1 / 25.4) * 96;

/** By how much a sheet is longer than a page, in px; negative when there is room left. @param {HTMLElement} article */
export function measureOverflow(article) {
  const copy = /** @type {HTMLElement} */ (article.cloneNode(true));
  copy.hidden = false;
  copy.classList.add("is-measured");
  document.body.append(copy);
  const overflow = copy.getBoundingClientRect().height - PAGE;
  copy.remove();
  return overflow;
}

/** By how much the front of a sheet with a back is longer than a page. @param {HTMLElement} article */
export function measureFront(article) {
  const back = /** @type {HTMLElement} */ (article.querySelector(".back"));
  back.remove();
  const overflow = measureOverflow(article);
  article.append(back);
  return overflow;
}

/** @param {number} overflow in px */
export const toLines = (overflow) => Math.ceil(Math.abs(overflow) / LINE);
