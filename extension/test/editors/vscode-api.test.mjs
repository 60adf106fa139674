// Runs in-host/ inside VS Code's extension host, in a folder that nobody trusted.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lackingVsCode } from '../../../scripts/lib/editors.mjs';
import { extensionFolder } from './packaged.mjs';
import { openVsCode } from './vscode.mjs';

const tests = fileURLToPath(new URL('in-host', import.meta.url));

test('VS Code: the extension and its server in the extension host, workspace restricted', { skip: lackingVsCode() ?? false }, async (context) => {
  const editor = await openVsCode({ name: 'api', development: await extensionFolder(), tests, restricted: true });
  context.after(editor.close);
  const lines = [];
  let finish;
  const finished = new Promise((resolve) => { finish = resolve; });
  // By silence, not by the clock: beside other tests the same answers take three times as long.
  const waitAnew = (timer) => { clearTimeout(timer); return setTimeout(() => finish('no answer in three minutes'), 180_000); };
  let timeout = waitAnew();
  await editor.context.exposeFunction('codeAutomationExit', finish);
  await editor.context.exposeFunction('codeAutomationLog', (_type, values) => {
    timeout = waitAnew(timeout);
    const line = values.filter((value) => typeof value === 'string').join(' ');
    if (line.startsWith('{"test"')) lines.push(JSON.parse(line));
  });
  await editor.page.goto(editor.address);
  const code = await finished;
  clearTimeout(timeout);
  await editor.page.screenshot({ path: join(editor.output, 'end.png') });
  for (const { test: name, error } of lines) await context.test(name, () => assert.equal(error, undefined));
  assert.equal(code, 0, `The extension host ended with ${code}.`);
  assert.ok(lines.length >= 10, `${lines.length} tests ran.`);
});
