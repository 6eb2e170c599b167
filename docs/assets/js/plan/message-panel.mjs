/** A message of the guide, filled in from the plan, which the reader can edit, copy, or open as an email. */
import { button, copyText, h, showResult } from "../lib/dom.mjs";
import { formatDate, formatTime } from "./dates.mjs";
import { getDraft } from "./message-drafts.mjs";
import { fillPlaceholders, mailtoLink, stripInlineMarkdown } from "./messages.mjs";
import { cityName } from "./zones.mjs";

/** @param {import("./plan-data.mjs").PlanData} plan @param {string} name of the recipient @param {import("./interview-timing.mjs").InterviewTiming} timing @returns {Record<string, string>} */
const placeholderValues = (plan, name, timing) => ({
  name, your_name: plan.me, role: plan.role, company: plan.company, topic: plan.topic,
  date: plan.date && formatDate(plan.date), time: plan.time && `${formatTime(plan.time)} (${cityName(timing.zone)})`,
});

/**
 * @param {string} step @param {any[]} messages of the guide that fit the step @param {import("./plan-data.mjs").PlanData} plan
 * @param {import("./interview-timing.mjs").InterviewTiming} timing @param {Record<string, string>} blanks
 * @param {string} anyone id of the message for a person without one of their own
 */
export function messagePanel(step, messages, plan, timing, blanks, anyone) {
  const people = plan.people.filter(({ name }) => name.trim());
  const draft = getDraft(step);
  const id = (/** @type {string} */ name) => `${step}-${name}`;
  const { kind, person, form, subject, body } = createFields(id, messages, people, draft, anyone);
  const mail = h("a", { className: "quiet-button", id: id("mail") }, "Open in email");
  const note = h("p", { className: "field-note", role: "status" });
  const copyButton = button("Copy", () => copy(body, copyButton), { id: id("copy") });
  const panel = h("div", { className: "letter-panel" },
    h("div", { className: "fields" }, ...(messages.length > 1 ? [kind.label] : []), ...(people.length ? [person.label] : []), form.label),
    h("label", { className: "field" }, "Subject ", subject), h("label", { className: "field" }, "Message ", body),
    h("p", { className: "choices" }, copyButton, mail), note);

  const updateLink = () => {
    const { href, isComplete } = mailtoLink(subject.value, body.value);
    mail.href = href;
    note.textContent = describeGaps(body.value, isComplete);
  };
  const fillIn = () => {
    const message = messages.find((one) => one.id === kind.select.value) ?? messages[0];
    const name = people.find((one) => one.id === person.select.value)?.name.trim() ?? "";
    const fill = (/** @type {string} */ text) => fillPlaceholders(stripInlineMarkdown(text), placeholderValues(plan, name, timing), blanks);
    subject.value = draft.subject ?? fill(message.subject ?? message.title);
    body.value = draft.body ?? fill(form.select.value === "warm" ? message.warm : message.short);
    updateLink();
  };
  panel.addEventListener("input", (/** @type {Event} */ { target }) => {
    draft.changed = true;
    if (target === subject) draft.subject = subject.value;
    if (target === body) draft.body = body.value;
    if (target === person.select && messages.length > 1 && !draft.message) kind.select.value = defaultMessage(messages, anyone, people.find((one) => one.id === person.select.value)?.person);
    if (target instanceof HTMLSelectElement) {
      Object.assign(draft, { subject: undefined, body: undefined, person: person.select.value, form: form.select.value });
      if (target === kind.select) draft.message = kind.select.value;
      fillIn();
    } else updateLink();
  });
  fillIn();
  return panel;
}

/** @param {(name: string) => string} id @param {any[]} messages @param {import("./plan-data.mjs").PanelMember[]} people @param {import("./message-drafts.mjs").Draft} draft @param {string} anyone */
function createFields(id, messages, people, draft, anyone) {
  const kind = selectField("Message", id("message"), messages.map((one) => [one.id, one.title]), draft.message ?? defaultMessage(messages, anyone, people[0]?.person));
  const person = selectField("To", id("to"), [...people.map((one) => [one.id, one.name.trim()]), ["", "Someone else"]], draft.person ?? people[0]?.id ?? "");
  const form = selectField("Version", id("form"), [["short", "short"], ["warm", "warmer"]], draft.form ?? "short");
  const subject = h("input", { type: "text", id: id("subject") });
  const body = h("textarea", { id: id("body"), rows: 10 });
  return { kind, person, form, subject, body };
}

/** What the reader still has to fill in or copy. @param {string} body @param {boolean} isComplete whether the link has the whole message */
function describeGaps(body, isComplete) {
  const gaps = [...new Set(body.match(/\[[^\]\n]+\]/g) ?? [])];
  return [gaps.length ? `Still to fill in: ${gaps.join(", ")}.` : "", isComplete ? "" : "Copy this message: it's too long for an email link, which only fills in the subject."].filter(Boolean).join(" ");
}

/** @param {string} label @param {string} id @param {string[][]} options @param {string} chosen */
function selectField(label, id, options, chosen) {
  const select = h("select", { id }, ...options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
  return { select, label: h("label", { className: "field" }, `${label} `, select) };
}

/** The id of the message for this person, else of the one for anyone, else of the first. @param {any[]} messages @param {string} anyone @param {string} [person] @returns {string} */
const defaultMessage = (messages, anyone, person = "") => (messages.find(({ people }) => people?.includes(person)) ?? messages.find(({ id }) => person && id === anyone) ?? messages[0]).id;

/** @param {HTMLTextAreaElement} body @param {HTMLElement} control that was clicked */
async function copy(body, control) {
  const isCopied = await copyText(body.value);
  if (!isCopied) body.select();
  showResult(control, isCopied ? "Message copied" : "It's selected, so you can copy it");
}
