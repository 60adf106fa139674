// From nothing to the first result of a reward model: one choice gets it, imports it, and has the open file scored.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lackingVsCode } from '../../../scripts/lib/editors.mjs';
import { sharedFolder } from '../../../scripts/lib/repository.mjs';
import { openHub } from '../support/hub.mjs';
import { vsixFile } from './packaged.mjs';
import { openVsCode } from './vscode.mjs';
import { workbench } from './workbench.mjs';

const fixtures = join(sharedFolder(), 'fixtures', 'prm');
const lacking = lackingVsCode() ?? (existsSync(fixtures) ? false : `there is no ${fixtures}`);

// A tiny checkpoint with a head of one layer in a shard of its own.
function checkpoint() {
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-hub-'));
  cpSync(join(fixtures, 'checkpoints', 'qwen2.5-math-prm-tiny'), folder, { recursive: true });
  const index = JSON.parse(readFileSync(join(folder, 'model.safetensors.index.json'), 'utf8'));
  for (const name of ['score.weight', 'score.bias']) index.weight_map[name] = 'model-00003-of-00003.safetensors';
  rmSync(join(folder, 'model.safetensors.index.json'), { force: true });
  writeFileSync(join(folder, 'model.safetensors.index.json'), JSON.stringify(index));
  cpSync(join(fixtures, 'heads', 'trl-token-classification.safetensors'), join(folder, 'model-00003-of-00003.safetensors'));
  return folder;
}

test('VS Code: a model is chosen, got, imported and scores the open file', { skip: lacking }, async (context) => {
  const vsix = await vsixFile();
  const folder = checkpoint();
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const hub = await openHub({ 'trl-lib/Qwen2-0.5B-Reward-Math-Sheperd': folder });
  context.after(hub.close);
  process.env.REASONING_HUB = hub.source;
  context.after(() => { delete process.env.REASONING_HUB; });
  const editor = await openVsCode({ name: 'models', vsix });
  context.after(editor.close);
  const { page } = editor;
  const { seen, input, openFile, run } = workbench(page);
  const show = (file) => page.screenshot({ path: join(editor.output, `${file}.png`) });
  try {
    await page.goto(editor.address);
    await openFile('train-journey.solution.md');
    await page.locator('.editor-instance .squiggly-error').first().waitFor();
    await run('Reasoning Review: Choose the Model That Scores Steps');
    await seen('.quick-input-list .monaco-list-row', { hasText: 'builtin' });
    await seen('.quick-input-title', { hasText: /^\d+(\.\d)? GB of memory free, / });
    await seen('.quick-input-list-separator', { hasText: 'Fits this machine' });
    await show('offered');
    await input.fill('qwen2-0.5b');
    await seen('.quick-input-list .monaco-list-row.focused', { hasText: 'no published figure · about 1.0 GB to get · Apache-2.0' });
    await show('chosen');
    await page.keyboard.press('Enter');
    await seen('.notification-list-item-message', { hasText: /^5 steps scored, (none|\d) doubted, by qwen2-0\.5b-math-shepherd/ });
    await show('first result');
    assert.ok(hub.asked.some(({ status }) => status === 429), 'The hub was never too busy.');
    assert.ok(hub.asked.some(({ path, status }) => path.startsWith('/cdn/') && status === 200), 'No redirection was followed.');
  } catch (error) {
    await show('failed');
    throw error;
  }
});
