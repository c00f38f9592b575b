// Which questions a form passes, given the answers so far: the same as the server finds.

import { isTrue } from "./reckon.js";

const empty = (value) => value === null || value === undefined || value === false || value === "" || value.length === 0;
const dayOf = (value) => value?.date ?? null;

export function holds(condition, { answers, facts, today }) {
  const again = (other) => holds(other, { answers, facts, today });
  if (condition.among) {
    const [slot, ...keys] = condition.among;
    return (answers[slot]?.keys ?? []).some((key) => keys.includes(key));
  }
  if (condition.fact) return !empty(facts[condition.fact]);
  if (condition.differs) {
    const [slot, fact] = condition.differs;
    const [day, known] = [answers[slot]?.day, dayOf(facts[fact])];
    return Boolean(day && known && day !== known);
  }
  if (condition.ahead) return Boolean(answers[condition.ahead]?.day > today);
  if (condition.no) return !again(condition.no);
  if (condition.asked) return isTrue(condition.asked, { answers, today });
  return condition.either.some(again);
}

export function hold(conditions, given) {
  return conditions.every((condition) => holds(condition, given));
}

// Gives the slots in reach, asked and offered, in the form's order.
export function walk(form, answers, today) {
  const slots = [];
  // What is usual counts until it is answered.
  const assumed = {};
  const given = { answers: assumed, facts: form.facts, today };
  for (const run of listRuns(form.questions)) {
    for (const slot of reach(run, answers, given, form.rounds)) {
      slots.push(slot);
      if (answers[slot.id]) assumed[slot.id] = answers[slot.id];
      else if (slot.question.usual && !slot.offered) assumed[slot.id] = { keys: [slot.question.usual] };
    }
  }
  return slots;
}

// The questions one by one, those of a group together.
function listRuns(questions) {
  const runs = [];
  for (const question of questions) {
    const last = runs.at(-1);
    if (question.group && last?.[0].group === question.group) last.push(question);
    else runs.push([question]);
  }
  return runs;
}

function reach(run, answers, given, rounds) {
  const [first] = run;
  if (hold(first.when, given)) return first.group ? listRounds(run, answers, rounds) : [slotOf(first)];
  if (first.offered && hold(first.offered, given)) return [{ ...slotOf(first), offered: true }];
  return [];
}

function listRounds(run, answers, rounds) {
  const slots = [];
  for (let round = 0; round < rounds; round += 1) {
    const [head, ...rest] = run.map((question) => slotOf(question, round));
    slots.push(head);
    const answer = answers[head.id];
    if (!answer || answer.keys?.includes(head.question.stop)) break;
    slots.push(...rest);
  }
  return slots;
}

function slotOf(question, round = 0) {
  return { id: question.group ? `${question.key}.${round}` : question.key, question, round, offered: false };
}

// Gives a text of a question: the first whose conditions hold, in a group that of the round.
export function textOf(candidates, slot, given) {
  const [, texts] = candidates.find(([when]) => hold(when, given));
  return texts[Math.min(slot.round, texts.length - 1)];
}
