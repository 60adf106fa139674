// A language client as small as a measurement needs it.
import { spawn } from 'node:child_process';

export class LspClient {
  #buffer = Buffer.alloc(0);
  #pending = new Map();
  #waiting = [];
  #id = 0;

  constructor(command, args = []) {
    this.startedAt = performance.now();
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', (data) => this.#take(data));
    this.exited = new Promise((resolve) => this.process.on('exit', resolve));
  }

  request(method, params) {
    const id = ++this.#id;
    this.#send({ jsonrpc: '2.0', id, method, params });
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** Resolves with the next notification that `wanted` accepts. */
  next(wanted) {
    return new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
  }

  async end() {
    await this.request('shutdown');
    this.notify('exit');
    return this.exited;
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify(message));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  #take(data) {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const header = this.#buffer.indexOf('\r\n\r\n');
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, header).toString())[1]);
      const end = header + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.subarray(header + 4, end).toString());
      this.#buffer = this.#buffer.subarray(end);
      this.#hand(message);
    }
  }

  #hand(message) {
    if (message.method === undefined) {
      const { resolve, reject } = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
      return;
    }
    if (message.id !== undefined) this.#send({ jsonrpc: '2.0', id: message.id, result: null });
    const index = this.#waiting.findIndex(({ wanted }) => wanted(message));
    if (index >= 0) this.#waiting.splice(index, 1)[0].resolve(message);
  }
}
