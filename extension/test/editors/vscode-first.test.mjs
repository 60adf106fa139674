// The first minutes: nine ordinary files that ask for nothing, opened by somebody who has read nothing, in the packaged extension.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lackingVsCode } from '../../../scripts/lib/editors.mjs';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { checkpoint, fixtures } from '../support/checkpoint.mjs';
import { openHub } from '../support/hub.mjs';
import { files } from './nineFiles.mjs';
import { vsixFile } from './packaged.mjs';
import { openVsCode } from './vscode.mjs';
import { workbench } from './workbench.mjs';

const lacking = lackingVsCode() ?? (existsSync(fixtures) ? false : `there is no ${fixtures}`);

test('VS Code: from files that ask for nothing to a mended one, a saved report and a model that scores', { skip: lacking }, async (context) => {
  const vsix = await vsixFile();
  const folder = checkpoint();
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const hub = await openHub({ 'trl-lib/Qwen2-0.5B-Reward-Math-Sheperd': folder });
  context.after(hub.close);
  process.env.REASONING_HUB = hub.source;
  context.after(() => { delete process.env.REASONING_HUB; });
  const editor = await openVsCode({ name: 'first', vsix, files, viewport: { width: 1400, height: 900 } });
  context.after(editor.close);
  const { page } = editor;
  const moves = workbench(editor);
  const { seen, take, input, press, choose, goTo, openFile, run } = moves;
  const show = async (file) => {
    await page.screenshot({ path: join(editor.output, `${file}.png`) });
    // The picture at the head of the extension's page is taken from this run where that is asked for.
    if (process.env.REASONING_UPDATE !== '1') return;
    if (file === 'steps') copyFileSync(join(editor.output, 'steps.png'), inRoot('extension', 'media', 'homework.png'));
    if (file === 'offered') await page.screenshot({ path: inRoot('extension', 'walkthrough', 'open.png'), clip: { x: 353, y: 36, width: 1043, height: 330 } });
  };
  const step = (name, act) => moves.step(name, async () => {
    await act();
    await show(name.replaceAll(' ', '-'));
  });
  const squiggles = page.locator('.editor-instance .squiggly-error');
  const offer = page.locator('.editor-actions [aria-label^="Review This File"]').first();
  const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  await page.goto(editor.address);
  await step('offered', async () => {
    await openFile('homework-1.md');
    await offer.waitFor();
    assert.equal(await squiggles.count(), 0, 'Something is underlined unasked.');
  });
  await step('reviewed', async () => {
    await offer.click();
    await squiggles.first().waitFor();
    await seen('.codelens-decoration', { hasText: '1 wrong · 1 right | Fix' });
    await offer.waitFor({ state: 'detached' });
  });
  await step('steps', async () => {
    await page.locator('.activitybar .action-item [aria-label^="Reasoning Review"]').first().click();
    await seen('[role="treeitem"][aria-label="1 · 12 * 50 = 610, wrong"]');
    await seen('[role="treeitem"][aria-label="2 · 610 - 23 = 587, right"]');
  });
  await step('mended and propagated', async () => {
    await goTo(7, 19);
    const fix = page.locator('.action-widget .monaco-list-row.focused', { hasText: 'recalculate the 3 numbers' });
    await press(['Control+1', 'Control+.'], fix);
    await take('.editor-instance .view-line', { hasText: 'Answer: 577' });
    await seen('.codelens-decoration', { hasText: '2 right' });
  });
  await step('dismissed with a reason', async () => {
    await openFile('notes.txt');
    await offer.click();
    await squiggles.first().waitFor();
    await goTo(3, 25);
    const wrong = page.locator('.action-widget .monaco-list-row', { hasText: 'This finding is wrong' });
    await press(['Control+1', 'Control+.'], wrong.first());
    while (!/is wrong/.test(await page.locator('.action-widget .monaco-list-row.focused').innerText())) await page.keyboard.press('ArrowDown');
    await take('.quick-input-widget', { hasText: 'Why is this finding wrong?' });
    await input.fill('Two of them were left from before');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'your words' }).waitFor();
    await take('[role="treeitem"][aria-label$=", dismissed"]');
    await seen('.codelens-decoration', { hasText: '2 right · 1 not checkable · 1 dismissed' });
    assert.match(editor.text('.reasoning/decisions.jsonl'), /Two of them were left from before.*"file":"notes.txt".*"statement":"3·4 = 12/);
  });
  await step('a README is left alone', async () => {
    await openFile('README.md');
    await page.waitForTimeout(3_000);
    assert.equal(await offer.count(), 0);
  });
  await step('a model of this machine scores the file', async () => {
    await openFile('homework-1.md');
    await run('Reasoning Review: Choose the Model That Scores Steps');
    await seen('.quick-input-title', { hasText: /^\d+(\.\d)? GB of memory free, / });
    await seen('.quick-input-list-separator', { hasText: 'Fits this machine' });
    await input.fill('qwen2-0.5b');
    await seen('.quick-input-list .monaco-list-row.focused', { hasText: 'no published figure · about 1.0 GB to get · Apache-2.0' });
    await show('a model is chosen');
    await take('.notification-list-item-message', { hasText: /^2 steps scored, (none|\d) doubted, by qwen2-0\.5b-math-shepherd/ });
    assert.ok(hub.asked.some(({ status }) => status === 429), 'The hub was never too busy.');
    assert.ok(hub.asked.some(({ path, status }) => path.startsWith('/cdn/') && status === 200), 'No redirection was followed.');
  });
  await step('the workspace is chosen from', async () => {
    await run('Notifications: Clear All Notifications');
    await run('Reasoning Review: Review All Solutions in the Workspace');
    await seen('.quick-input-title', { hasText: '8 files look like solutions: choose' });
    await show('candidates');
    await input.press('Enter');
    await seen('.notification-list-item', { hasText: '8 files, 19 steps: 6 wrong · 10 right · 2 not checkable · 1 dismissed' });
    assert.match(editor.text('reasoning-review.json'), /"include"[^]*"lesson\.ipynb"/);
  });
  await step('read beside the source', async () => {
    await openFile('class.jsonl');
    await squiggles.first().waitFor();
    await choose(['F1'], '>Reasoning Review: Read the Solutions of This File', 'Read the Solutions of This File');
    await shown.locator('.step.flagged').first().waitFor();
    await shown.locator('button', { hasText: 'Next' }).click();
    await shown.locator('nav', { hasText: '2 of ' }).waitFor();
    // The second solution is written in LaTeX.
    await shown.locator('.step math').first().waitFor();
    await show('viewer');
    await page.keyboard.press('Control+W');
  });
  // From here on nothing is pointed at, the window is narrow and its colours are those of high contrast.
  await step('high contrast, 800 pixels, by keyboard alone', async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    await press(['Control+1', 'Control+K', 'Control+T'], input);
    await input.fill('Dark High Contrast');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Dark High Contrast' }).waitFor();
    await take('.monaco-workbench.hc-black');
    await run('View: Toggle Primary Side Bar Visibility');
    await openFile('lösung.tex');
    await squiggles.first().waitFor();
    await press(['Control+1', 'Control+Home', 'F8'], page.locator('.monaco-editor .zone-widget', { hasText: 'the step says' }).first());
    await show('high contrast finding');
    await page.keyboard.press('Escape');
    await press(['Control+.'], page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Replace' }));
    await page.keyboard.press('Enter');
    await squiggles.first().waitFor({ state: 'detached' });
  });
  await step('the report is saved', async () => {
    await openFile('chat.md');
    await squiggles.first().waitFor();
    await run('Reasoning Review: Open Report for This File');
    await shown.locator('.step.flagged').first().waitFor();
    await show('report');
    await run('Reasoning Review: Save the Report');
    await seen('.quick-input-widget', { hasText: 'Save the report' });
    await take('.notification-list-item', { hasText: 'The report is in chat.md.html' });
    assert.match(editor.text('chat.md.html'), /<h1>Review of chat\.md<\/h1>/);
  });
  await step('after five crashes one click starts the server', async () => {
    await run('Notifications: Clear All Notifications');
    await openFile('homework-1.md');
    const restart = page.locator('.notification-list-item', { hasText: 'the server ended 5 times' });
    for (let crash = 1; crash <= 5; crash++) {
      await page.waitForTimeout(1_500);
      editor.crash();
    }
    await restart.waitFor();
    await show('five crashes');
    await restart.locator('.monaco-button', { hasText: 'Restart' }).click();
    await openFile('chat.md');
    await squiggles.first().waitFor();
  });
});
