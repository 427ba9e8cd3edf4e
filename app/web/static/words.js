// How days, numbers and places in a text are written.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

/** "2020-02-28T09:00:00Z" -> "28 February 2020"; an empty string for none. */
export function day(iso) {
  if (!iso) return "";
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** "2020-02" -> "February 2020". */
export const month = (iso) => `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

/** "2020-02-28" -> "28 Feb". */
export const shortDay = (iso) => `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1].slice(0, 3)}`;

/** 235000 -> "235,000". */
export const number = (value) => value.toLocaleString("en-GB", { maximumFractionDigits: 3 });

/** 235000 -> "235k", short enough for an axis. */
export const shortNumber = (value) => Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 }).format(value);

/** plural(1, "article") -> "1 article". */
export const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

/** 1461815 -> "1.5 MB". */
export function bytes(count) {
  const step = Math.max(0, Math.min(3, Math.floor(Math.log10(Math.max(count, 1)) / 3)));
  return `${number(Number((count / 1000 ** step).toFixed(1)))} ${["bytes", "kB", "MB", "GB"][step]}`;
}

/** Title, source and day of a citation or article, without what is missing. */
export const origin = (article) => [article.source, day(article.published_at)].filter(Boolean).join(", ");

/** The answer's offsets are Unicode code points; this cuts by them. */
export const points = (text) => Array.from(text);

/** The address that shows a citation's sentence inside its article. */
export function citationAddress({ article_id, version, source_span: [start, end] }) {
  return `/articles/${encodeURIComponent(article_id)}?version=${version}&highlight=${start}-${end}#cited`;
}

/** `text` as words and marker numbers: ["so it is", 1, "."]; only numbers up to `last` are markers. */
export function markerPieces(text, last) {
  return text.split(/(\s?\[\d{1,3}\])/).filter(Boolean).map((piece) => {
    const marked = /^\s?\[(\d+)\]$/.exec(piece);
    return marked && Number(marked[1]) >= 1 && Number(marked[1]) <= last ? Number(marked[1]) : piece;
  });
}
