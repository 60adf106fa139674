// What a person does in VS Code's workbench, by keyboard.
import { join } from 'node:path';

/** The moves of a person in the window of `editor`. */
export function workbench({ page, output }) {
  // Names what failed, and leaves a picture of it.
  const step = async (name, act) => {
    try {
      return await act();
    } catch (error) {
      await page.screenshot({ path: join(output, 'failed.png') });
      throw new Error(`${name}: ${error.message}`, { cause: error });
    }
  };
  const seen = (...options) => page.locator(...options).first().waitFor();
  const input = page.locator('.quick-input-widget input');
  // A shortcut that comes while the workbench moves the focus is lost; then it is pressed again.
  const press = async (keys, what) => {
    for (let attempt = 1; ; attempt++) {
      for (const key of keys) await page.keyboard.press(key);
      try {
        return await what.waitFor({ timeout: 8_000 });
      } catch (error) {
        if (attempt === 6) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };
  // Takes what is chosen in a box or a list. One that was just drawn loses the key: it is pressed again as long as it is there.
  const take = async (...options) => {
    const [box, what] = [page.locator('.quick-input-widget:visible, .action-widget:visible'), page.locator(...options).first()];
    for (let attempt = 1; attempt <= 6; attempt++) {
      await page.keyboard.press('Enter');
      try {
        return await what.waitFor({ timeout: 8_000 });
      } catch {
        if (await box.count() === 0) break;
      }
    }
    return what.waitFor();
  };
  // The list of a quick input may have been made before the file was written: then it is opened again.
  const choose = async (keys, text, row) => {
    for (let attempt = 1; ; attempt++) {
      await press(keys, input);
      try {
        // A view that takes the focus as it opens closes the box again.
        await input.fill(text, { timeout: 8_000 });
        await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor({ timeout: 15_000 });
        return await page.keyboard.press('Enter');
      } catch (error) {
        if (attempt === 6) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };
  const goTo = async (line, column) => {
    const there = page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).first();
    // In a large file Enter may come before the line was looked up: then it is asked for again.
    for (let attempt = 1; ; attempt++) {
      await press(['Control+1', 'Control+G'], input);
      try {
        // A page that takes the focus as it opens closes the box again.
        await input.fill(`:${line}:${column}`, { timeout: 8_000 });
        await page.keyboard.press('Enter');
        return await there.waitFor({ timeout: 15_000 });
      } catch (error) {
        if (attempt === 6) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };
  const openFile = async (name) => {
    await choose(['Control+P'], name, name);
    await seen('.tab.active', { hasText: name });
  };
  const run = (command) => choose(['F1'], `>${command}`, command);
  return { step, seen, input, press, take, choose, goTo, openFile, run };
}
