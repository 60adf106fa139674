using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Editors;

public sealed class EmacsTests
{
    [Fact]
    public async Task Emacs_shows_a_finding_and_applies_its_fix()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solutions.Sums);
        folder.Write("test.el", """
            (setq debian-emacs-flavor 'emacs)
            (require 'package) (package-initialize)
            (unless (require 'eglot nil t) (princ "no eglot\n") (kill-emacs 0))
            (setq eglot-sync-connect 60 eglot-connect-timeout 60 flymake-no-changes-timeout nil make-backup-files nil)

            """ + EditorRun.Setup("emacs") + """
            (remove-hook 'text-mode-hook #'eglot-ensure)
            (defun wait-for (what done)
              (let ((tries 0))
                (while (not (funcall done))
                  (when (> (setq tries (1+ tries)) 1200) (princ (format "never: %s\n" what)) (kill-emacs 1))
                  (accept-process-output nil 0.05) (flymake-start))))
            (find-file "a.solution.md") (text-mode) (flymake-mode 1)
            (apply #'eglot (eglot--guess-contact))
            (wait-for "the finding" (lambda () (= 1 (length (flymake-diagnostics)))))
            (let ((found (car (flymake-diagnostics))))
              (princ (format "found %s\n" (flymake-diagnostic-text found)))
              (let* ((server (eglot--current-server-or-lose))
                     (place (list :start (eglot--pos-to-lsp-position (flymake-diagnostic-beg found)) :end (eglot--pos-to-lsp-position
            """
                + """
             (flymake-diagnostic-end found))))
                     (action (aref (jsonrpc-request server :textDocument/codeAction
                       (list :textDocument (eglot--TextDocumentIdentifier) :range place :context (list :diagnostics (vector)))) 0)))
                (princ (format "action %s\n" (plist-get action :title)))
                (eglot--apply-workspace-edit (plist-get action :edit))))
            (wait-for "the fix" (lambda () (null (flymake-diagnostics))))
            (save-buffer)
            (ignore-errors (eglot-shutdown (eglot--current-server-or-lose)))

            """);
        // Not -Q: that hides the packages of a distribution.
        var output = await EditorRun.RunAsync(folder, "emacs", "--batch", "-q", "-l", "test.el");
        if (output.Contains("no eglot", StringComparison.Ordinal))
            Assert.Skip("Emacs has no eglot.");
        Assert.True(output.Contains("found reasoning [RR101]: 2 + 2 = 4, the step says 5.", StringComparison.Ordinal), output);
        Assert.Contains("action Replace 5 by 4", output, StringComparison.Ordinal);
        Assert.Equal(Solutions.Sums.Replace("= 5.", "= 4.", StringComparison.Ordinal), folder.Read("a.solution.md"));
    }
}
