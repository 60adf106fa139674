// Colour where a terminal shows it and nobody said no (NO_COLOR).
const codes = { green: 32, red: 31 };
const coloured = process.stdout.isTTY && !process.env.NO_COLOR;

export const styleText = (colour, text) => (coloured ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text);
