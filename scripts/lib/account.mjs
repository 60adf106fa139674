// The account that `npm test` gives: a line a part as it ends, then what failed and what was skipped, then the counts.
import { styleText } from './style.mjs';

const indent = (text, by = '    ') => text.split('\n').map((line) => by + line).join('\n');

export class Account {
  #parts = [];
  #failSkips;
  #write;

  /** @param failSkips whether a skipped test is a failure, as in continuous integration, unless the machine cannot run it (`unavailable`) */
  constructor({ failSkips = false, write = (line) => console.log(line) } = {}) {
    this.#failSkips = failSkips;
    this.#write = write;
  }

  /** Runs a part (`work` resolves to results) and tells how it went; a part that throws has failed. */
  async part(title, work) {
    const started = performance.now();
    let results;
    try {
      results = await work();
    } catch (error) {
      results = [{ name: title, outcome: 'failed', detail: String(error?.stack ?? error) }];
    }
    results = results.map((result) => ({ ...result, outcome: this.#outcome(result), part: title }));
    this.#parts.push(...results);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const bad = count(results, 'failed') > 0;
    const mark = bad ? styleText('red', '✗') : styleText('green', '✓');
    this.#write(`${mark} ${title.padEnd(36)} ${summary(results)} (${seconds} s)`);
    return !bad;
  }

  #outcome({ outcome, unavailable = false }) {
    return outcome === 'skipped' && this.#failSkips && !unavailable ? 'failed' : outcome;
  }

  /** Prints failures, skips and, last, the counts; returns the exit code. */
  finish() {
    this.#list('skipped', 'Skipped');
    this.#list('failed', this.#failSkips ? 'Failed (a skipped test counts as failed here)' : 'Failed');
    this.#write('');
    this.#write(summary(this.#parts));
    return count(this.#parts, 'failed') > 0 ? 1 : 0;
  }

  #list(outcome, title) {
    const chosen = this.#parts.filter((result) => result.outcome === outcome);
    if (chosen.length === 0) return;
    this.#write(`\n${title}:`);
    for (const { part, name, detail } of chosen) {
      this.#write(`  ${part === name ? name : `${part} › ${name}`}`);
      if (detail) this.#write(indent(detail));
    }
  }
}

const count = (results, outcome) => results.filter((result) => result.outcome === outcome).length;

function summary(results) {
  const skipped = count(results, 'skipped');
  return `${count(results, 'passed')} passed, ${count(results, 'failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
