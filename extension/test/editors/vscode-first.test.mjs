// The first minute: files that ask for nothing, opened by somebody who has read nothing, in the packaged extension.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lackingVsCode } from '../../../scripts/lib/editors.mjs';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { vsixFile } from './packaged.mjs';
import { openVsCode } from './vscode.mjs';
import { workbench } from './workbench.mjs';

const homework = `# Maths homework

Name: Lena Brandt, class 8b

**Problem 1:** A shop has 12 boxes of 50 pencils and sells 23 pencils. How many are left?

Step 1: 12 * 50 = 610

Step 2: 610 - 23 = 587

Answer: 587
`;
const notes = 'Two sums that I noted down.\n\nThe bags hold 3 * 4 = 14 apples.\n\nThe boxes hold 5 * 6 = 30 pears.\n\nThat is 30 + 12 = 42 pieces.\n';
const chat = '<think>\nLet me see, 17 * 23 = 391.\n\nThen 391 - 41 = 360.\n</think>\n\nThe answer is 350, because 391 - 41 = 350.\n';
const readme = '# Maths\n\nSolutions of class 8b. 2 + 2 = 4, 3 + 3 = 6 and 4 + 4 = 8.\n';

test('VS Code: from files that ask for nothing to a mended one', { skip: lackingVsCode() ?? false }, async (context) => {
  const vsix = await vsixFile();
  const editor = await openVsCode({ name: 'first', vsix });
  context.after(editor.close);
  const { page } = editor;
  mkdirSync(join(editor.folder, 'class'), { recursive: true });
  for (const [name, text] of Object.entries({ 'homework-1.md': homework, 'notes.txt': notes, 'chat.md': chat, 'README.md': readme }))
    writeFileSync(join(editor.folder, 'class', name), text);
  const { seen, input, press, choose, goTo, openFile } = workbench(page);
  const show = async (file) => {
    await page.screenshot({ path: join(editor.output, `${file}.png`) });
    // The picture at the head of the extension's page is taken from this run where that is asked for.
    if (file === 'steps' && process.env.REASONING_UPDATE === '1')
      copyFileSync(join(editor.output, 'steps.png'), inRoot('extension', 'media', 'homework.png'));
  };
  const step = async (name, act) => {
    try {
      await act();
      await show(name.replaceAll(' ', '-'));
    } catch (error) {
      await show('failed');
      throw new Error(`${name}: ${error.message}`, { cause: error });
    }
  };
  const squiggles = page.locator('.editor-instance .squiggly-error');
  const offer = page.locator('.editor-actions [aria-label^="Review This File"]').first();

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
    await page.keyboard.press('Enter');
    await seen('.editor-instance .view-line', { hasText: 'Answer: 577' });
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
    await page.keyboard.press('Enter');
    await seen('.quick-input-widget', { hasText: 'Why is this finding wrong?' });
    await input.fill('Two of them were left from before');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'your words' }).waitFor();
    await page.keyboard.press('Enter');
    await seen('[role="treeitem"][aria-label$=", dismissed"]');
    await seen('.codelens-decoration', { hasText: '2 right · 1 not checkable · 1 dismissed' });
    assert.match(editor.text('.reasoning/decisions.jsonl'), /Two of them were left from before.*"file":"class\/notes.txt".*"statement":"3·4 = 12/);
  });
  await step('a README is left alone', async () => {
    await openFile('README.md');
    await page.waitForTimeout(3_000);
    assert.equal(await offer.count(), 0);
  });
  await step('read beside the source', async () => {
    await openFile('models.trace.jsonl');
    await squiggles.first().waitFor();
    await choose(['F1'], '>Reasoning Review: Read the Solutions of This File', 'Read the Solutions of This File');
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await shown.locator('.step.checked').first().waitFor();
    await shown.locator('button', { hasText: 'Next' }).click();
    await shown.locator('nav', { hasText: '2 of ' }).waitFor();
    await shown.locator('.step.flagged').first().waitFor();
    // The third solution is written in LaTeX.
    await shown.locator('button', { hasText: 'Next' }).click();
    await shown.locator('.step math').first().waitFor();
  });
});
