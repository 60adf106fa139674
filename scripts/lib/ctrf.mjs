// Reads what xunit writes (CTRF, a common JSON form of test results) into results of ours.

const outcomes = { passed: 'passed', failed: 'failed', skipped: 'skipped', pending: 'skipped', other: 'failed' };

/** [{ name, outcome: passed|failed|skipped, detail }] of one report; `detail` is the message, or null. */
export function readCtrf(json) {
  const { results } = JSON.parse(json);
  const tests = results.tests.map((test) => ({
    name: test.name,
    outcome: outcomes[test.status] ?? 'failed',
    detail: detailOf(test),
  }));
  // Errors outside of a test (a fixture's disposal, say) belong to the assembly and would otherwise pass unseen.
  const errors = (results.extra?.suites ?? []).flatMap((suite) => suite.errors ?? []);
  return [...tests, ...errors.map((error) => ({
    name: 'outside of any test',
    outcome: 'failed',
    detail: typeof error === 'string' ? error : JSON.stringify(error, null, 2),
  }))];
}

function detailOf({ status, message, trace }) {
  if (status === 'passed') return null;
  const place = status === 'skipped' ? null : ownFrames(trace);
  return [message, place].filter(Boolean).join('\n') || 'no message';
}

/** The lines of a stack trace that lie in files, which are ours. */
const ownFrames = (trace = '') => trace.split('\n').filter((line) => / in .+:line \d+/.test(line)).join('\n');
