using System.Diagnostics;

namespace ReasoningLsp.Server.Transport;

/// <summary>Watches the process that the client runs in, so that no server is left over when it dies.</summary>
internal static class ClientProcess
{
    /// <summary>Ends when the process does, or at once where there is none of that number.</summary>
    public static async Task EndedAsync(int id, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It cannot be watched; the end of the input shows when the client is gone.
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
    }
}
