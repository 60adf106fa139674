// Statements whose truth is known, as traces and as pairs of answers, judged by the program.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from './processes.mjs';

const lines = (text) => text.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));

export const readStatements = (file) => lines(readFileSync(file, 'utf8'));

async function judged(command, options, records) {
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-statements-'));
  try {
    const file = join(folder, 'statements.jsonl');
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const [program, ...first] = command;
    const { stdout, output } = await capture(program, [...first, ...options, file]);
    const answers = lines(stdout);
    if (answers.length !== records.length) throw new Error(`${records.length} statements, ${answers.length} answers:\n${output.slice(0, 2000)}`);
    return answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isAlarm = ({ severity }) => severity === 'error' || severity === 'warning';

/** Reviews traces of `{ problem, steps }`; each becomes `{ alarms, hints, checked }`, an alarm being an error or a warning. */
export const reviewed = async (command, traces) =>
  (await judged(command, ['review', '--format', 'jsonl'], traces)).map(({ findings, checked }) => ({
    alarms: findings.filter(isAlarm), hints: findings.filter((finding) => !isAlarm(finding)), checked,
  }));

/** What `equal` says of each pair: true, false or null. */
export const compared = async (command, pairs) => (await judged(command, ['equal'], pairs)).map(({ equal }) => equal);
