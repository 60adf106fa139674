// npm run bench:misconceptions [-- FOLDER]: exercises with one classic mistake each, wrong and right, by kind, and false identities
// without a task. `--failures FILE` writes each that went wrong.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandFor } from './lib/program.mjs';
import { sharedFolder } from './lib/repository.mjs';
import { readStatements, reviewed } from './lib/statements.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { failures: { type: 'string' }, command: { type: 'string' } } });
const folder = positionals[0] ?? join(sharedFolder(), 'fixtures', 'relations');
const command = await commandFor(values.command);

const failures = [];
const exercises = readStatements(join(folder, 'misconceptions.jsonl'));
const reviews = await reviewed(command, exercises.map(({ id, problem, steps }) => ({ id, problem, steps })));
const kinds = new Map();
exercises.forEach((exercise, index) => {
  const review = reviews[index];
  const isFound = exercise.label >= 0 ? review.alarms[0]?.step === exercise.label : review.alarms.length > 0;
  for (const kind of [exercise.kind, 'all']) {
    if (!kinds.has(kind)) kinds.set(kind, { wrong: 0, found: 0, hinted: 0, right: 0, flagged: 0 });
    const count = kinds.get(kind);
    if (exercise.label >= 0) {
      count.wrong++;
      count.found += isFound;
      count.hinted += !isFound && review.hints.some(({ step }) => step === exercise.label);
    } else {
      count.right++;
      count.flagged += isFound;
    }
  }
  if (isFound !== exercise.label >= 0) failures.push({ ...exercise, alarms: review.alarms.map(({ rule, message }) => `${rule}: ${message}`) });
});

const all = kinds.get('all');
kinds.delete('all');
console.log(`${'kind'.padEnd(40)}${'wrong'.padStart(6)}${'found'.padStart(7)}${'hinted'.padStart(8)}${'right'.padStart(7)}${'flagged'.padStart(9)}`);
for (const [kind, count] of [...kinds, ['all', all]]) {
  console.log(`${kind.padEnd(40)}${String(count.wrong).padStart(6)}${String(count.found).padStart(7)}${String(count.hinted).padStart(8)}`
    + `${String(count.right).padStart(7)}${String(count.flagged).padStart(9)}`);
}

for (const name of ['false_identities', 'solutions']) {
  const records = readStatements(join(folder, `${name}.jsonl`));
  const results = await reviewed(command, records.map(({ text, problem, steps }, index) => ({ id: `${name}-${index}`, problem: problem ?? '', steps: steps ?? [text] })));
  const sum = (of) => results.reduce((total, result) => total + (of(result) ? 1 : 0), 0);
  const silent = ({ alarms, hints }) => alarms.length + hints.length === 0;
  console.log(`\n${name}: ${records.length}, ${sum(({ alarms }) => alarms.length > 0)} flagged, ${sum(({ alarms, hints }) => alarms.length === 0 && hints.length > 0)} hinted, `
    + `${sum((result) => silent(result) && result.checked > 0)} called checked`);
  results.forEach((result, index) => {
    if (silent(result) === (name === 'false_identities')) failures.push({ file: name, ...records[index], checked: result.checked, alarms: result.alarms });
  });
}

if (values.failures) writeFileSync(values.failures, failures.map((failure) => `${JSON.stringify(failure)}\n`).join(''));
