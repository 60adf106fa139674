// The long solution that measurements of the server edit.
import { readFileSync } from 'node:fs';
import { inRoot } from './repository.mjs';

/** A solution of real steps, and between them pairs of which the second depends on the first. */
export function longSolution(steps) {
  const texts = ['gsm8k', 'math', 'omnimath'].flatMap((name) => readFileSync(inRoot(`tests/data/processbench/${name}.jsonl`), 'utf8').split('\n').filter(Boolean)
    .flatMap((line) => JSON.parse(line).steps)).map((step) => step.replace(/\s+/g, ' '))
    // Markup that is open at the end of a step would swallow the next.
    .filter((step) => !/[`#<]|\$\$|\\\[/.test(step) && step.split('$').length % 2 === 1);
  const lines = ['## Problem', '', 'Several exercises, solved one after the other.', '', '## Solution', ''];
  const pairs = [];
  for (let step = 1, at = 0; step <= steps; step++) {
    const isPair = step % 5 === 0 && step < steps;
    if (isPair) pairs.push(lines.length);
    lines.push(`**Step ${step}:** ${isPair ? 'Here $2w + 3 = 17$.' : step % 5 === 1 && step > 1 ? 'Subtracting 3 gives $2w = 14$.' : texts[at++]}`, '');
  }
  return { text: lines.join('\n'), pairs, lines };
}
