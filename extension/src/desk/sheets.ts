// What a desk asks for: a reason, a name, a text. Closed by Escape, sent by Enter.

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly isLong?: boolean;
  readonly isNeeded?: boolean;
}

/** Asks for some texts; undefined where the person turns away. `choices` fill the first field. */
export function askFor(
  title: string, fields: readonly Field[], choices: readonly string[] = [],
): Promise<Record<string, string> | undefined> {
  const sheet = document.querySelector<HTMLDialogElement>('#sheet')!;
  const form = document.createElement('form');
  form.method = 'dialog';
  const heading = document.createElement('h2');
  heading.id = 'sheet-title';
  heading.textContent = title;
  form.append(heading);
  const inputs = fields.map((field) => {
    const label = document.createElement('label');
    label.textContent = field.label;
    const input = document.createElement(field.isLong === true ? 'textarea' : 'input');
    input.name = field.name;
    input.value = field.value ?? '';
    input.required = field.isNeeded === true;
    label.append(input);
    form.append(label);
    return input;
  });
  for (const choice of choices) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'choice';
    button.textContent = choice;
    button.addEventListener('click', () => {
      inputs[0]!.value = choice;
      form.requestSubmit();
    });
    form.append(button);
  }
  const send = document.createElement('button');
  send.textContent = fields.some(({ isLong }) => isLong === true) ? 'Save (Ctrl+Enter)' : 'Save (Enter)';
  form.append(send);
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    event.stopPropagation();
  });
  sheet.replaceChildren(form);
  sheet.returnValue = '';
  return new Promise((resolve) => {
    let sent: Record<string, string> | undefined;
    form.addEventListener('submit', () => { sent = Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()])); });
    sheet.addEventListener('close', () => resolve(sent), { once: true });
    sheet.showModal();
    inputs[0]?.focus();
  });
}

/** Shows the keys. */
export function showKeys(keys: readonly (readonly [key: string, does: string])[]): void {
  const sheet = document.querySelector<HTMLDialogElement>('#sheet')!;
  const heading = document.createElement('h2');
  heading.id = 'sheet-title';
  heading.textContent = 'Keys of the desk';
  const table = document.createElement('table');
  for (const [key, does] of keys) {
    const line = table.insertRow();
    const name = document.createElement('kbd');
    name.textContent = key;
    line.insertCell().append(name);
    line.insertCell().textContent = does;
  }
  const close = document.createElement('button');
  close.textContent = 'Close (Esc)';
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(heading, table, close);
  sheet.replaceChildren(form);
  sheet.showModal();
  // The first keys are read first, also where not all have room.
  close.focus({ preventScroll: true });
  sheet.scrollTop = 0;
}
