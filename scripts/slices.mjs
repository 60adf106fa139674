// node scripts/slices.mjs: cuts the slices in tests/data from the shared data. The choice follows from each
// record's own text, so that cutting again changes nothing and a longer set moves few records.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, sharedFolder } from './lib/repository.mjs';

const sizes = {
  'gsm8k/test': 40,
  'math/test': 40,
  'processbench/gsm8k': 40,
  'processbench/math': 40,
  'processbench/olympiadbench': 40,
  'processbench/omnimath': 40,
  'mrgsm8k/wrong_solutions': 40,
  'mrben/math': 40,
  'prm800k/validation2pct': 40,
  'bigbench_mistake/multistep_arithmetic': 40,
  'gaokao_zh/math1_open': 12,
  'mgsm/exemplars': 22,
  'math_verify/answer_pairs': 121,
};

const rank = (line) => createHash('sha256').update(line).digest('hex');

for (const [set, size] of Object.entries(sizes)) {
  const lines = readFileSync(join(sharedFolder(), 'data', `${set}.jsonl`), 'utf8').split('\n').filter(Boolean);
  const chosen = new Set(lines.map((line) => [rank(line), line]).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, size).map(([, line]) => line));
  const target = inRoot('tests', 'data', `${set}.jsonl`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, lines.filter((line) => chosen.has(line)).map((line) => `${line}\n`).join(''));
}
