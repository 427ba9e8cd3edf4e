// Builds elements. Text always arrives as text: nothing here or elsewhere parses a string as HTML.

const SVG = "http://www.w3.org/2000/svg";

function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An HTML element; `on…` attributes are listeners, strings among the children become text. */
export function el(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function svg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

/** A quiet button. */
export function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", class: "quiet", onclick, ...attributes }, label);
}

/** A link that leaves for a web address; plain text when the address is no web address. */
export function outwardLink(address, label = address) {
  const isWeb = /^https?:\/\//i.test(address ?? "");
  return isWeb ? el("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, label) : label;
}

/** The element with this id. */
export const byId = (id) => document.getElementById(id);
