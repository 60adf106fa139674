// Compares printed lines with expected ones, where `…` stands for anything: within a line, or, alone, for any lines.

const special = /[.*+?^${}()|[\]\\]/g;
const lineMatches = (expected, actual) => expected.includes('…')
  ? new RegExp(`^${expected.split('…').map((part) => part.replace(special, '\\$&')).join('.*')}$`, 'u').test(actual)
  : expected === actual;

/** Lines without trailing blanks and without blank lines at either end. */
export function normalLines(text) {
  const lines = (Array.isArray(text) ? text : text.split(/\r?\n/)).map((line) => line.trimEnd());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** Whether the actual lines are the expected ones. Backtracks to the last `…` line only, so it is never exponential. */
export function outputMatches(expected, actual) {
  let e = 0;
  let a = 0;
  let wildcard = -1;
  let resume = 0;
  while (a < actual.length) {
    if (e < expected.length && expected[e].trim() === '…') {
      wildcard = e++;
      resume = a;
    } else if (e < expected.length && lineMatches(expected[e], actual[a])) {
      e++;
      a++;
    } else if (wildcard >= 0) {
      e = wildcard + 1;
      a = ++resume;
    } else return false;
  }
  while (e < expected.length && expected[e].trim() === '…') e++;
  return e === expected.length;
}
