// The packaged extension as a person meets it: installed from the VSIX, a sample opened. One setting is touched: the
// program of the archive, beside which the built-in models lie.
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lackingVsCode } from '../../../scripts/lib/editors.mjs';
import { inRoot, program } from '../../../scripts/lib/repository.mjs';
import { vsixFile } from './packaged.mjs';
import { openVsCode } from './vscode.mjs';
import { workbench } from './workbench.mjs';

const sample = 'train-journey.solution.md';
const other = 'winter-sale.solution.md';
const apples = 'apples.solution.md';

test('VS Code: the VSIX, from the first squiggle to the saved correction', { skip: lackingVsCode() ?? false }, async (context) => {
  const vsix = await vsixFile();
  const editor = await openVsCode({ name: 'ui', vsix, open: sample, settings: { 'reasoningReview.server.path': program } });
  context.after(editor.close);
  const { page } = editor;
  const { step, seen, take, press, goTo, openFile, run } = workbench(editor);
  const show = (file) => picture(page, editor.output, file);
  // What the walkthrough shows is a part of the window.
  const part = (file, y, height) => picture(page, editor.output, file, { x: 353, y, width: 923, height });
  const hint = page.locator('.editor-instance .view-line', { hasText: '✗ 1.4' });
  const hover = page.locator('.monaco-hover:visible', { hasText: 'the step says 1.8 hours' });

  await page.goto(editor.address);
  await step('squiggle', () => seen('.editor-instance .squiggly-error'));
  await step('code lens', () => seen('.codelens-decoration', { hasText: /1 wrong · 3 right · 1 not checkable/ }));
  await step('inlay hint', () => hint.first().waitFor());
  await step('steps and their states', async () => {
    await page.locator('.activitybar .action-item [aria-label^="Reasoning Review"]').first().click();
    await page.mouse.move(640, 2);
    for (const label of [', wrong', ', right', ', not checkable']) await seen(`[role="treeitem"][aria-label^="1 · "], [role="treeitem"][aria-label$="${label}"]`);
  });
  await step('Problems', async () => {
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'the step says 1.8 hours' });
    await press(['Control+1', 'Control+Shift+M'], row.first());
    assert.match(await row.first().innerText(), /reasoning\s*\(?RR101/);
  });
  await step('language status', async () => {
    await page.locator('[id="status.languageStatus"]').hover();
    await seen('.monaco-hover:visible', { hasText: '1 wrong · 3 right · 1 not checkable' });
    await seen('.monaco-hover:visible', { hasText: 'Exact checks, no model' });
    await page.mouse.move(640, 2);
  });
  await step('hover', async () => {
    await goTo(13, 50);
    await press(['Control+1', 'Control+K', 'Control+I'], hover.first());
    await show('editor-finding.png');
    await run('Preferences: Toggle between Light/Dark Themes');
    await seen('.monaco-workbench.vs-dark');
    await press(['Control+1', 'Control+K', 'Control+I'], hover.first());
    await show('editor-finding-dark.png');
    await page.keyboard.press('Escape');
    await hover.first().waitFor({ state: 'hidden' });
  });
  await step('quick fix', async () => {
    const fix = page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Replace 1.8 by 1.4' });
    await press(['Control+1', 'Control+.'], fix);
    await show('editor-fix.png');
    await take('.view-line', { hasText: '75 / 55 = 1.4 hours' });
    // The next step goes on with the old value, which is said at once.
    await seen('.markers-panel .monaco-list-row', { hasText: 'This uses 1.8, which was corrected to 1.4 in step 1.' });
  });
  await step('file saved', async () => {
    await page.keyboard.press('Control+S');
    await page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    assert.match(editor.text(sample), /75 \/ 55 = 1\.4 hours/);
  });
  await step('fix and propagate, the first of the list, at once, and saved', async () => {
    await openFile(other);
    await seen('.editor-instance .squiggly-error');
    await goTo(5, 42);
    const actions = page.locator('.action-widget .monaco-list-row');
    await press(['Control+1', 'Control+.'], actions.filter({ hasText: 'recalculate the 11 numbers' }));
    assert.match(await actions.and(page.locator('.focused')).innerText(), /recalculate/);
    await show('editor-propagate.png');
    await take('.editor-instance .view-line', { hasText: '$240 - $84 = $156' });
    await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' });
    await press(['Control+1', 'Control+S'], page.locator('.tab.active:not(.dirty)'));
    for (const right of ['35% of $240 = $84', '$240 - $84 = $156', '10% of $156 = $15.60', '$156 - $15.60 = $140.40', '$240 - $140.40 = $99.60', 'costs $140.40; $99.60 is saved'])
      assert.ok(editor.text(other).includes(right), editor.text(other));
  });
  await step('scores of the built-in model', async () => {
    await openFile(sample);
    await run('Reasoning Review: Choose the Model That Scores Steps');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'builtin' }).first().click();
    await seen('.codelens-decoration', { hasText: /\d doubted/ });
    await seen('[role="treeitem"][aria-label$=", doubted"]');
    await goTo(15, 30);
    const card = page.locator('.monaco-hover:visible', { hasText: /The model (does not doubt|doubts) this step|Scores of all steps/ });
    await press(['Control+1', 'Control+K', 'Control+I'], card.first());
    const curve = card.locator('img[src^="data:image/svg"]').first();
    await curve.waitFor();
    assert.ok(await curve.evaluate((image) => image.naturalWidth) > 100);
    await show('editor-scores.png');
    await part('scores.png', 36, 400);
    await page.keyboard.press('Escape');
    await page.locator('[id="status.languageStatus"]').hover();
    await seen('.monaco-hover:visible', { hasText: '5 of 5 steps scored' });
    await page.mouse.move(640, 2);
  });
  const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await step('page of a rule', async () => {
    await page.locator('.markers-panel a', { hasText: 'RR390' }).first().click();
    await shown.locator('h1', { hasText: 'RR390' }).waitFor();
    await page.keyboard.press('Control+W');
  });
  await step('a closer look at the scores', async () => {
    await goTo(15, 30);
    await run('Reasoning Review: Look Closer at the Scores of This Solution');
    await shown.locator('h1', { hasText: 'A closer look at the scores' }).waitFor();
    await shown.locator('th', { hasText: 'mathematics alone' }).waitFor();
    await shown.locator('img[src^="data:image/svg"]').waitFor();
    await page.keyboard.press('Control+W');
  });
  await step('report', async () => {
    await openFile(other);
    await seen('.editor-instance .codelens-decoration', { hasText: /\d (wrong|right|doubted)/ });
    await goTo(1, 1);
    await run('Reasoning Review: Open Report for This File');
    await shown.locator('h1', { hasText: other }).waitFor();
    await shown.locator('header', { hasText: '5 right' }).waitFor();
    // It leads to the source, and is as new as that.
    await shown.locator('button.go', { hasText: 'Step 2' }).click();
    await seen('.statusbar-item', { hasText: /^Ln 7, Col 53 \(/ });
    await press(['Control+1', 'End'], page.locator('.statusbar-item', { hasText: /^Ln 7, Col 53$/ }).first());
    await page.keyboard.type(' In all 1 + 1 = 3.');
    await shown.locator('.step.flagged', { hasText: 'the step says 3' }).waitFor();
    await show('editor-report.png');
    await picture(page, editor.output, 'all.png', { x: 353, y: 36, width: 923, height: 530 });
    await press(['Control+Z'], shown.locator('header', { hasText: '5 right' }));
    await shown.locator('h1').click();
    await run('Reasoning Review: Copy the Report as Markdown');
    await seen('.statusbar-item', { hasText: 'The report is in the clipboard' });
    await run('Reasoning Review: Save the Report');
    await seen('.quick-input-widget', { hasText: 'Save the report' });
    await take('.notification-list-item', { hasText: `The report is in ${other}.html` });
    assert.match(editor.text(`${other}.html`), /<h1>Review of winter-sale/);
  });
  await step('every solution of the workspace', async () => {
    await run('Reasoning Review: Review All Solutions in the Workspace');
    await seen('.notification-list-item', { hasText: /10 files, \d+ steps: \d+ wrong/ });
  });
  await step('a mistake with a name', async () => {
    await run('View: Close All Editor Groups');
    await openFile('ten-mistakes.solution.md');
    await seen('.editor-instance .squiggly-error');
    await goTo(9, 12);
    const named = page.locator('.monaco-hover:visible', { hasText: 'square of a sum' });
    await press(['Control+1', 'Control+K', 'Control+I'], named.first());
    await show('editor-mistake.png');
    await page.keyboard.press('Escape');
  });
  await step('a checklist: verdicts, and one that a person overrules', async () => {
    writeFileSync(join(editor.folder, apples), '**Problem:** Ann has 3 bags of 4 apples and eats 2. How many are left?\n\nStep 1: The bags hold 3 * 4 = 14 apples.\n\nStep 2: After eating, 12 - 2 = 10 are left.\n');
    // Room for the list, and one group of editors for what follows.
    await run('View: Close All Editor Groups');
    await run('Notifications: Clear All Notifications');
    await openFile(apples);
    await seen('.editor-instance .squiggly-error');
    const pane = page.locator('.pane-header', { hasText: 'Checklist' }).first();
    if (await pane.getAttribute('aria-expanded') === 'false') await pane.click();
    await run('Reasoning Review: Apply Checklist…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'worked-solution' }).first().click();
    await seen('.codelens-decoration', { hasText: /Checklist \d+ of \d+/ });
    await seen('[role="treeitem"][aria-label="Does every equality hold?, no"]');
    const item = page.locator('[role="treeitem"][aria-label="Is a final answer stated?, unsure"], [role="treeitem"][aria-label="Is a final answer stated?, no"], [role="treeitem"][aria-label="Is a final answer stated?, yes"]').first();
    await item.hover();
    await item.locator('.action-label[aria-label^="Checklist: Decide"]').click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'does not apply' }).first().click();
    const why = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-widget', { hasText: 'Why?' }).waitFor();
    await why.fill('The problem asks for a count, which step 2 gives');
    await take('[role="treeitem"][aria-label="Is a final answer stated?, does not apply, decided by a person"]');
    await seen('.codelens-decoration', { hasText: /Checklist 2 of 8/ });
    assert.match(editor.text('.reasoning/decisions.jsonl'), /"item-verdict".*The problem asks for a count/);
    await page.locator('[role="treeitem"][aria-label="Does every equality hold?, no"]').hover();
    await show('editor-checklist.png');
    await page.mouse.move(640, 2);
  });
  await step('a correction with its proof', async () => {
    await goTo(3, 20);
    await run('Reasoning Review: Suggest Corrections for This Step');
    await seen('.quick-input-list .monaco-list-row', { hasText: /Replace 14 by 12[^]*verified: exact checks pass \(1 relation proven\); changes step 1/ });
    await show('editor-correction.png');
    await take('.editor-instance .view-line', { hasText: '3 * 4 = 12 apples' });
    await press(['Control+Z'], page.locator('.editor-instance .view-line', { hasText: '3 * 4 = 14 apples' }).first());
  });
  await step('refining, applied at once where exact checks prove all of it', async () => {
    await run('Reasoning Review: Refine This Solution');
    await seen('.editor-instance .view-line', { hasText: '3 * 4 = 12 apples' });
    await seen('.notification-list-item', { hasText: '1 step put right' });
  });
  await step('progress in the gutter while a long file is reviewed', async () => {
    writeFileSync(join(editor.folder, 'long.solution.md'), Array.from({ length: 20_000 }, (_, at) => `Step ${at + 1}: ${at} + ${at} = ${2 * at}.\n`).join('\n'));
    await openFile('long.solution.md');
    await page.waitForFunction(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter(({ cssText, selectorText }) => selectorText && cssText.includes('progress-'))
      .some(({ selectorText }) => document.querySelector(selectorText.replace(/::?(before|after)/g, ''))));
  });
  await step('the walkthrough, and a sample to try', async () => {
    // Wide enough for the picture beside the steps.
    await page.setViewportSize({ width: 2200, height: 1000 });
    await run('Welcome: Open Walkthrough...');
    await page.locator('.quick-input-widget input').fill('Review a solution');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Review a solution' }).waitFor();
    await take('.gettingStartedContainer', { hasText: 'See the evidence' });
    await page.screenshot({ path: join(editor.output, 'walkthrough.png') });
    await run('Reasoning Review: Open a Sample with a Mistake');
    await seen('.tab.active', { hasText: 'Untitled' });
    await seen('.editor-group-container.active .squiggly-error');
  });
});

// Pictures in the documentation are taken from this run where that is asked for.
async function picture(page, folder, file, clip) {
  await page.screenshot({ path: join(folder, file), ...(clip && { clip }) });
  if (process.env.REASONING_UPDATE === '1') copyFileSync(join(folder, file), inRoot(...(clip ? ['extension', 'walkthrough'] : ['docs', 'images']), file));
}
