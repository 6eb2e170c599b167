/** One message, filled in from the plan, to change, copy, or open in a mail program. What the reader wrote is only ever text. */
import { button, h, announce } from "../lib/dom.mjs";
import { inWords } from "./dates.mjs";
import { draftOf } from "./message-drafts.mjs";
import { filled, letter, mailto } from "./messages.mjs";
import { city } from "./time-zones.mjs";

/** @param {import("./plan-data.mjs").Facts} facts @param {string} name whom the message goes to @param {import("./interview-stage.mjs").Situation} at @returns {Record<string, string>} */
const values = (facts, name, at) => ({
  name, your_name: facts.me, role: facts.role, company: facts.company, topic: facts.topic,
  date: facts.date && inWords(facts.date), time: facts.time && `${facts.time} (${city(at.zone)})`,
});

/**
 * @param {string} step @param {any[]} messages of the guide, that this step may send @param {import("./plan-data.mjs").Facts} facts
 * @param {import("./interview-stage.mjs").Situation} at @param {Record<string, string>} blanks
 * @param {string} anyone id of the message for a person that no other suits
 */
export function letterPanel(step, messages, facts, at, blanks, anyone) {
  const people = facts.people.filter(({ name }) => name.trim());
  const draft = draftOf(step);
  const id = (/** @type {string} */ name) => `${step}-${name}`;
  const kind = pick("Message", id("message"), messages.map((one) => [one.id, one.title]), draft.message ?? suited(messages, anyone, people[0]?.person));
  const person = pick("To", id("to"), [...people.map((one) => [one.id, one.name.trim()]), ["", "Somebody else"]], draft.person ?? people[0]?.id ?? "");
  const form = pick("Form", id("form"), [["short", "short"], ["warm", "warmer"]], draft.form ?? "short");
  const subject = h("input", { type: "text", id: id("subject") });
  const body = h("textarea", { id: id("body"), rows: 10 });
  const mail = h("a", { className: "quiet-button", id: id("mail") }, "Open in mail");
  const note = h("p", { className: "field-note", role: "status" });
  const panel = h("div", { className: "letter-panel" },
    h("div", { className: "fields" }, ...(messages.length > 1 ? [kind.label] : []), ...(people.length ? [person.label] : []), form.label),
    h("label", { className: "field" }, "Subject ", subject), h("label", { className: "field" }, "Message ", body),
    h("p", { className: "choices" }, button("Copy", () => copy(subject, body), { id: id("copy") }), mail), note);

  const link = () => {
    const { href, whole } = mailto(subject.value, body.value);
    mail.href = href;
    const gaps = [...new Set(body.value.match(/\[[^\]\n]+\]/g) ?? [])];
    note.textContent = [gaps.length ? `Still to fill in: ${gaps.join(", ")}.` : "", whole ? "" : "Too long for a mail link: copy it. The link brings the subject."].filter(Boolean).join(" ");
  };
  const write = () => {
    const message = messages.find((one) => one.id === kind.select.value) ?? messages[0];
    const name = people.find((one) => one.id === person.select.value)?.name.trim() ?? "";
    const fill = (/** @type {string} */ text) => filled(letter(text), values(facts, name, at), blanks);
    subject.value = draft.subject ?? fill(message.subject ?? message.title);
    body.value = draft.body ?? fill(form.select.value === "warm" ? message.warm : message.short);
    link();
  };
  panel.addEventListener("input", (/** @type {Event} */ { target }) => {
    draft.changed = true;
    if (target === subject) draft.subject = subject.value;
    if (target === body) draft.body = body.value;
    if (target === person.select && messages.length > 1 && !draft.message) kind.select.value = suited(messages, anyone, people.find((one) => one.id === person.select.value)?.person);
    if (target instanceof HTMLSelectElement) {
      Object.assign(draft, { subject: undefined, body: undefined, person: person.select.value, form: form.select.value });
      if (target === kind.select) draft.message = kind.select.value;
      write();
    } else link();
  });
  write();
  return panel;
}

/** @param {string} label @param {string} id @param {string[][]} options @param {string} chosen */
function pick(label, id, options, chosen) {
  const select = h("select", { id }, ...options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
  return { select, label: h("label", { className: "field" }, `${label} `, select) };
}

/** The id of the message for this person, else the one for anyone, else the first. @param {any[]} messages @param {string} anyone @param {string} [person] @returns {string} */
const suited = (messages, anyone, person = "") => (messages.find(({ people }) => people?.includes(person)) ?? messages.find(({ id }) => person && id === anyone) ?? messages[0]).id;

/** @param {HTMLInputElement} subject @param {HTMLTextAreaElement} body */
async function copy(subject, body) {
  const copied = await navigator.clipboard?.writeText(body.value).then(() => true, () => false);
  if (!copied) body.select();
  announce(copied ? `Message copied. Subject: ${subject.value}` : "The message is selected: copy it.");
}
