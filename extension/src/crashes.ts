import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler } from 'vscode-languageclient/node';
import { commands } from './names';

const mostCrashes = 4;
const withinMilliseconds = 3 * 60 * 1000;

/** Starts a server that ended again; one that ends over and over is left alone until a person clicks. */
export function crashes(): ErrorHandler {
  let times: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      times = [...times, now].filter((time) => now - time < withinMilliseconds);
      if (times.length <= mostCrashes) return { action: CloseAction.Restart };
      times = [];
      void offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offerRestart(): Promise<void> {
  const [restart, log] = ['Restart', 'Show log'];
  const chosen = await vscode.window.showErrorMessage(
    `Reasoning Review: the server ended ${mostCrashes + 1} times within three minutes.`, restart!, log!);
  if (chosen === restart) await vscode.commands.executeCommand(commands.restart);
  if (chosen === log) await vscode.commands.executeCommand(commands.showLog);
}
