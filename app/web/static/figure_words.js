// A figure in words.

import { number } from "/static/words.js";

/** "km observation posts": the unit and what is counted. */
export const unitOf = (figure) => [figure.unit, figure.counted].filter(Boolean).join(" ");

/** "40", and "30–40" of a range. */
export const amountOf = (figure, write = number) =>
  [figure.value, figure.high].filter((end) => end != null).map(write).join("–");

/** "more than 40 posts" */
export const figureWords = (figure) => [figure.qualifier, amountOf(figure), unitOf(figure)].filter(Boolean).join(" ");

/** Who gave a figure: the speaker, or else the outlet. */
export const voice = (figure, answer) =>
  figure.said_by || answer.citations[figure.citation - 1].source || "Unnamed source";
