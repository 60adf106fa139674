// npm run bench:relations [-- FOLDER]: statements whose truth is known, by kind. True ones must not be flagged and their sides never
// called unequal; false ones should be flagged, and their sides never called equal. `--failures FILE` writes each that went wrong.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureProgram } from './lib/program.mjs';
import { program, sharedFolder } from './lib/repository.mjs';
import { compared, readStatements, reviewed } from './lib/statements.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { failures: { type: 'string' }, command: { type: 'string' } } });
const folder = positionals[0] ?? join(sharedFolder(), 'fixtures', 'relations');
let command = values.command?.split(' ');
if (!command) {
  const problem = await ensureProgram((line) => console.error(line));
  if (problem !== null) throw new Error(problem);
  command = [program];
}

const failures = [];
const counts = () => ({ statements: 0, alarms: 0, checked: 0, equal: 0, unequal: 0, unknown: 0 });
const heading = `${'kind'.padEnd(26)}${'true'.padStart(6)}${'flagged'.padStart(9)}${'checked'.padStart(9)}${'pairs = / ≠ / ?'.padStart(18)}`
  + `${'false'.padStart(8)}${'flagged'.padStart(9)}${'pairs ='.padStart(9)}`;
const row = (kind, right, wrong) => `${kind.padEnd(26)}${String(right.statements).padStart(6)}${String(right.alarms).padStart(9)}`
  + `${String(right.checked).padStart(9)}${`${right.equal} / ${right.unequal} / ${right.unknown}`.padStart(18)}`
  + `${String(wrong.statements).padStart(8)}${String(wrong.alarms).padStart(9)}${String(wrong.equal).padStart(9)}`;

for (const name of ['relations', 'plain', 'quantities', 'school']) {
  const file = join(folder, `${name}.jsonl`);
  if (!existsSync(file)) continue;
  const statements = readStatements(file);
  const reviews = await reviewed(command, statements.map(({ text, plain }, index) => (
    { id: `${name}-${index}`, problem: '', steps: [plain ? text : `$${text}$`] })));
  const paired = statements.filter(({ left }) => left !== null);
  const answers = new Map((await compared(command, paired.map(({ left, right }) => ({ gold: left, pred: right }))))
    .map((equal, index) => [paired[index], equal]));
  const kinds = new Map();
  statements.forEach((statement, index) => {
    for (const kind of [statement.kind, 'all']) {
      if (!kinds.has(kind)) kinds.set(kind, { true: counts(), false: counts() });
      const count = kinds.get(kind)[statement.true];
      count.statements++;
      count.alarms += reviews[index].alarms.length > 0;
      count.checked += reviews[index].checked > 0;
      if (answers.has(statement)) count[{ true: 'equal', false: 'unequal', null: 'unknown' }[answers.get(statement)]]++;
    }
    const said = answers.get(statement);
    const isWrong = statement.true ? reviews[index].alarms.length > 0 || (said !== undefined && said !== true) : reviews[index].alarms.length === 0 || said === true;
    if (isWrong) failures.push({ file: name, ...statement, alarms: reviews[index].alarms.map(({ rule, message }) => `${rule}: ${message}`), equal: said });
  });
  const all = kinds.get('all');
  kinds.delete('all');
  console.log(`\n${name}\n${heading}`);
  for (const [kind, count] of kinds) console.log(row(kind, count.true, count.false));
  console.log(row('all', all.true, all.false));
}

if (values.failures) writeFileSync(values.failures, failures.map((failure) => `${JSON.stringify(failure)}\n`).join(''));
