// A notebook in its cells; what stays and what is asked first: pages and checklists come back after a reload, a correction is made only
// after it was looked at, what was dismissed is listed and taken back. One window for all: to open one takes as long as what is done in it.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lackingVsCode } from '../../../scripts/lib/editors.mjs';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { lesson, reviewNotebook } from './notebook.mjs';
import { vsixFile } from './packaged.mjs';
import { openVsCode } from './vscode.mjs';
import { workbench } from './workbench.mjs';

const sale = readFileSync(inRoot('samples', 'winter-sale.solution.md'), 'utf8');
const bags = '**Problem:** Ann has 3 bags of 4 apples. How many?\n\nStep 1: The bags hold 3 * 4 = 14 apples.\n\nAnswer: 14\n';

test('VS Code: a notebook in its cells, corrections are looked at, pages outlive a reload', { skip: lackingVsCode() ?? false }, async (context) => {
  const editor = await openVsCode({ name: 'pages', vsix: await vsixFile(), files: { 'sale.solution.md': sale, 'bags.solution.md': bags, ...lesson } });
  context.after(editor.close);
  const { page } = editor;
  const { step, seen, take, input, press, goTo, openFile, run } = workbench(editor);
  const picture = (name) => page.screenshot({ path: join(editor.output, name) });
  // What the walkthrough shows of its sample: a part of the window.
  const part = async (file, height) => {
    await page.screenshot({ path: join(editor.output, file), clip: { x: 48, y: 36, width: 923, height } });
    if (process.env.REASONING_UPDATE === '1') copyFileSync(join(editor.output, file), inRoot('extension', 'walkthrough', file));
  };
  const row = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const pageHolds = async (text) => {
    for (let attempt = 0; attempt < 300; attempt++) {
      for (const frame of page.frames())
        if (await frame.locator('body', { hasText: text }).count().catch(() => 0) > 0 && frame.url().includes('webview')) return;
      await page.waitForTimeout(500);
    }
    throw new Error(`No page holds ${text}.`);
  };
  const suggest = async () => {
    await goTo(5, 5);
    await run('Reasoning Review: Suggest Corrections for This Step');
    await row('84').waitFor();
    await page.keyboard.press('Enter');
    await row('Apply these changes').waitFor();
    await seen('.monaco-diff-editor, .diff-editor, .editor.modified');
  };

  await page.goto(editor.address);
  await reviewNotebook(editor);
  await run('View: Close All Editors');
  await step('the evidence and the ways out', async () => {
    await openFile('sale.solution.md');
    await page.locator('[id="status.problems"]', { hasText: /^\s*[1-9]/ }).waitFor();
    // Where there is room for a list at the caret.
    await run('View: Toggle Primary Side Bar Visibility');
    await goTo(5, 44);
    await press(['Control+K', 'Control+I'], page.locator('.monaco-hover:visible', { hasText: 'the step says $74' }).first());
    await part('evidence.png', 420);
    await page.keyboard.press('Escape');
    await press(['Control+.'], page.locator('.action-widget', { hasText: 'Replace 74 by 84' }).first());
    await part('fix.png', 420);
    await page.keyboard.press('Escape');
  });
  await step('a correction that is looked at and left changes nothing', async () => {
    await suggest();
    await picture('looked-at.png');
    await input.fill('Change nothing');
    await page.keyboard.press('Enter');
    await row('Change nothing').waitFor({ state: 'hidden' });
    await seen('.view-line', { hasText: '$74' });
    await seen('.tab.active:not(.dirty)', { hasText: 'sale.solution.md' });
  });
  await step('one that is taken is made', async () => {
    await suggest();
    await take('.tab.active.dirty', { hasText: 'sale.solution.md' });
    await page.keyboard.press('Control+S');
    await seen('.tab.active:not(.dirty)', { hasText: 'sale.solution.md' });
  });
  assert.match(editor.text('sale.solution.md'), /35% of \$240 = \$84\./);
  await step('a finding that was dismissed is listed, and taken back by keyboard', async () => {
    await openFile('bags.solution.md');
    await seen('.editor-instance .squiggly-error');
    await goTo(3, 34);
    await press(['Control+1', 'Control+.'], page.locator('.action-widget .monaco-list-row', { hasText: 'This finding is wrong' }).first());
    while (!/is wrong/.test(await page.locator('.action-widget .monaco-list-row.focused').innerText())) await page.keyboard.press('ArrowDown');
    await take('.quick-input-widget', { hasText: 'Why is this finding wrong?' });
    await input.fill('Two were added');
    await row('your words').waitFor();
    await take('.codelens-decoration', { hasText: '1 dismissed' });
    await run('Reasoning Review: Show What Was Dismissed…');
    await row('Step 1: dismissed by').waitFor();
    await row('Two were added').waitFor();
    await picture('dismissed.png');
    // To the list, to the button of its row.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.locator('.quick-input-list .action-label[aria-label="Show this finding again"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await seen('.editor-instance .squiggly-error');
    // Nothing is left to choose from.
    await input.waitFor({ state: 'hidden' });
    await seen('.codelens-decoration', { hasText: '1 wrong' });
  });
  await step('a checklist is applied', async () => {
    await run('Reasoning Review: Apply Checklist…');
    await row('worked-solution').waitFor();
    await page.keyboard.press('Enter');
    await seen('.codelens-decoration', { hasText: /Checklist \d of \d/ });
    await openFile('sale.solution.md');
  });
  await step('the report, the reading view, the desk and the checklist come back after a reload', async () => {
    await run('Reasoning Review: Open Report for This File');
    await pageHolds('Review of sale.solution.md');
    // The page has the focus, and the line above the solution still says what is so now.
    await seen('.codelens-decoration', { hasText: '5 right' });
    await goTo(5, 5);
    await run('Reasoning Review: Read the Solutions of This File');
    await seen('.tab', { hasText: 'Solutions of sale' });
    await goTo(5, 5);
    await run('Reasoning Review: Open the Desk…');
    await row('this file').waitFor();
    await input.fill('sale');
    await take('.tab.active', { hasText: 'Desk: sale' });
    await pageHolds(/sale\.solution\.md\s*1 solution\s*All/);
    // The desk that stands open is shown again.
    await page.locator('.tab', { hasText: /^sale\.solution/ }).first().click();
    await seen('.editor-instance .view-line', { hasText: '$84' });
    await run('Reasoning Review: Open the Desk…');
    await row('this file').waitFor();
    await input.fill('sale');
    await take('.tab.active', { hasText: 'Desk: sale' });
    assert.equal(await page.locator('.tab', { hasText: 'Desk: sale' }).count(), 1);
    // A window in a browser writes down its editors every five seconds only.
    await page.waitForTimeout(12_000);
    await page.reload();
    await seen('.tab', { hasText: 'Desk: sale' });
    await page.locator('.tab', { hasText: 'Desk: sale' }).first().click();
    await page.locator('.tab.active', { hasText: 'Desk: sale' }).waitFor();
    await pageHolds(/sale\.solution\.md\s*1 solution\s*All/);
    await page.locator('.tab', { hasText: 'Review of sale' }).first().click();
    await pageHolds(/Review of sale[^]*Step 5/);
    await picture('restored.png');
    await openFile('bags.solution.md');
    await seen('.codelens-decoration', { hasText: /Checklist \d of \d/ });
  });
  await step('what was found stands at once after a reload, before any server answers', async () => {
    const mute = join(editor.output, 'mute.sh');
    writeFileSync(mute, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
    await seen('.squiggly-error');
    // It is remembered a second after it was found, and a window in a browser writes down its editors every five seconds only.
    await page.waitForTimeout(8_000);
    editor.set({ 'reasoningReview.server.path': mute });
    await page.reload();
    await seen('.editor-instance .view-line', { hasText: '3 bags' });
    await seen('.squiggly-error');
    await run('Reasoning Review: Focus on Steps View');
    await seen('.pane-body', { hasText: 'The review is starting…' });
    await picture('remembered.png');
  });
});
