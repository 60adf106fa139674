// Statements whose truth is known, judged and counted by kind: files `relations`, `plain`, `quantities` and `school` of a folder.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compared, readStatements, reviewed } from './statements.mjs';

const counts = () => ({ statements: 0, alarms: 0, checked: 0, equal: 0, unequal: 0, unknown: 0 });

/**
 * Each file as `{ name, kinds, failures }`; kinds is a map from a kind to `{ true, false }`, how its true and its false statements were
 * judged. A failure is a statement that was judged wrongly or not at all.
 */
export async function judgeRelations(command, folder) {
  const files = [];
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
    const failures = [];
    statements.forEach((statement, index) => {
      const alarms = reviews[index].alarms.map(({ rule, message }) => `${rule}: ${message}`);
      if (!kinds.has(statement.kind)) kinds.set(statement.kind, { true: counts(), false: counts() });
      const count = kinds.get(statement.kind)[statement.true];
      count.statements++;
      count.alarms += alarms.length > 0;
      count.checked += reviews[index].checked > 0;
      const said = answers.get(statement);
      if (answers.has(statement)) count[{ true: 'equal', false: 'unequal', null: 'unknown' }[said]]++;
      const isWrong = statement.true ? alarms.length > 0 || (said !== undefined && said !== true) : alarms.length === 0 || said === true;
      if (isWrong) failures.push({ file: name, ...statement, alarms, equal: said });
    });
    files.push({ name, kinds, failures });
  }
  return files;
}

/** The counts of several kinds together. */
export function total(kinds) {
  const all = { true: counts(), false: counts() };
  for (const kind of kinds.values()) {
    for (const truth of ['true', 'false']) {
      for (const [key, value] of Object.entries(kind[truth])) all[truth][key] += value;
    }
  }
  return all;
}

/** What must never be: a true statement flagged, a true pair called unequal, a false pair called equal. */
export const isWrong = ({ true: isTrue, alarms, equal }) => isTrue ? alarms.length > 0 || equal === false : equal === true;
