// npm run bench:relations [-- FOLDER]: statements whose truth is known, by kind. True ones must not be flagged and their sides never
// called unequal; false ones should be flagged, and their sides never called equal. `--failures FILE` writes each that went wrong.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandFor } from './lib/program.mjs';
import { judgeRelations, total } from './lib/relations.mjs';
import { sharedFolder } from './lib/repository.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { failures: { type: 'string' }, command: { type: 'string' } } });
const folder = positionals[0] ?? join(sharedFolder(), 'fixtures', 'relations');
const command = await commandFor(values.command);

const heading = `${'kind'.padEnd(26)}${'true'.padStart(6)}${'flagged'.padStart(9)}${'checked'.padStart(9)}${'pairs = / ≠ / ?'.padStart(18)}`
  + `${'false'.padStart(8)}${'flagged'.padStart(9)}${'pairs ='.padStart(9)}`;
const row = (kind, right, wrong) => `${kind.padEnd(26)}${String(right.statements).padStart(6)}${String(right.alarms).padStart(9)}`
  + `${String(right.checked).padStart(9)}${`${right.equal} / ${right.unequal} / ${right.unknown}`.padStart(18)}`
  + `${String(wrong.statements).padStart(8)}${String(wrong.alarms).padStart(9)}${String(wrong.equal).padStart(9)}`;

const files = await judgeRelations(command, folder);
for (const { name, kinds } of files) {
  console.log(`\n${name}\n${heading}`);
  for (const [kind, count] of [...kinds, ['all', total(kinds)]]) console.log(row(kind, count.true, count.false));
}

if (values.failures) writeFileSync(values.failures, files.flatMap(({ failures }) => failures).map((failure) => `${JSON.stringify(failure)}\n`).join(''));
