// A notebook as a teacher meets it: what is found in its cells, and put right there, by keyboard.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { workbench } from './workbench.mjs';

const markdown = (...source) => ({ cell_type: 'markdown', metadata: {}, source: source.map((line) => `${line}\n`) });
const notebook = {
  cells: [
    markdown('# Bags', '', '**Problem:** Anna has 2 bags of 3 apples and buys 4 more. How many has she?'),
    { cell_type: 'code', metadata: {}, source: ['print(2 + 2 == 5)'], outputs: [], execution_count: null },
    markdown('Step 1: In the bags are 2 * 3 = 6 apples.'),
    markdown('Step 2: With the others they are 6 + 4 = 11 apples.'),
  ],
  metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5,
};

/** The files of it, by their names. */
export const lesson = { 'lesson.ipynb': `${JSON.stringify(notebook, null, 1)}\n` };

/** What is done with it in the window of `editor`, whose folder holds it. */
export async function reviewNotebook(editor) {
  const { page } = editor;
  const { step, seen, press, openFile, run } = workbench(editor);
  const picture = (name) => page.screenshot({ path: join(editor.output, name) });
  const row = (text) => page.locator('.monaco-list-row', { hasText: text }).first();

  await step('it is offered and reviewed on a word', async () => {
    await openFile('lesson.ipynb');
    await seen('.notebook-editor .markdown-cell-row, .notebookOverlay');
    await page.locator('[aria-label*="Review This File"]').first().click();
    await page.locator('[id="status.problems"]', { hasText: /^\s*1/ }).waitFor();
    await picture('reviewed.png');
  });
  await step('the steps of all cells are listed, and lead to their cells', async () => {
    await run('Reasoning Review: Focus on Steps View');
    await row(/6 \+ 4 = 11/).waitFor();
    await row(/2 \* 3 = 6/).waitFor();
    await row(/6 \+ 4 = 11/).click();
    await page.locator('.cell-editor-container .squiggly-warning, .cell-editor-container .squiggly-error').first().waitFor();
    await picture('cell.png');
    // Read again instead of written, the cell still holds what was found in it.
    await page.locator('.cell-editor-container .view-line', { hasText: '6 + 4' }).first().click();
    await page.keyboard.press('Escape');
    await page.locator('.cell-editor-container .view-line', { hasText: '6 + 4' }).first().waitFor({ state: 'hidden' });
    await page.waitForTimeout(500);
    await page.locator('[id="status.problems"]', { hasText: /^\s*1/ }).waitFor();
    await row(/6 \+ 4 = 11/).click();
  });
  await step('the cell is put right where it stands', async () => {
    await page.locator('.cell-editor-container .view-line', { hasText: '6 + 4' }).first().click();
    await run('Reasoning Review: Make Every Exact Fix in This File');
    await page.locator('.cell-editor-container .view-line', { hasText: /10.apples/ }).first().waitFor();
    await page.locator('[id="status.problems"]', { hasText: /^\s*0/ }).waitFor();
    await press(['Control+S'], page.locator('.tab.active:not(.dirty)'));
    await picture('mended.png');
  });
  assert.match(editor.text('lesson.ipynb'), /they are 6 \+ 4 = 10 apples/);
  assert.match(editor.text('lesson.ipynb'), /print\(2 \+ 2 == 5\)/);
}
