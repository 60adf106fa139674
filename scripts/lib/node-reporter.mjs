// A reporter for `node --test`: one JSON line a test, in the form the account wants.
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const skipped = data.skip ?? data.todo;
    const outcome = skipped !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const error = data.details?.error;
    const reason = typeof skipped === 'string' && skipped !== '' ? skipped : 'no reason given';
    const detail = outcome === 'skipped' ? reason : outcome === 'failed' ? String(error?.cause?.stack ?? error?.cause ?? error?.message ?? error) : null;
    yield `${JSON.stringify({ name: data.name, outcome, detail })}\n`;
  }
}
