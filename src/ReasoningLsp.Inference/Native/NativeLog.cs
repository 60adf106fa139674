using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ReasoningLsp.Inference.Native;

/// <summary>Collects what llama.cpp says; the last warnings and errors explain a refusal. Thread-safe.</summary>
internal sealed class NativeLog
{
    private const int Warning = 3;
    private const int Continuation = 5;
    private const int Kept = 40;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly StringBuilder _line = new();
    private int _level;

    /// <summary>Makes llama.cpp write here, for as long as the process lives.</summary>
    public unsafe void Attach() => LlamaApi.LogSet(&Receive, GCHandle.ToIntPtr(GCHandle.Alloc(this)));

    /// <summary>Forgets what was said.</summary>
    public void Clear()
    {
        lock (_lock)
            _lines.Clear();
    }

    /// <summary>The last complaints in one line, or null.</summary>
    public string? Complaint()
    {
        lock (_lock)
            return _lines.Count == 0 ? null : string.Join("; ", _lines.TakeLast(3));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe void Receive(int level, byte* text, nint userData)
    {
        // An exception must not cross into native code.
        try
        {
            ((NativeLog)GCHandle.FromIntPtr(userData).Target!).Add(level, Marshal.PtrToStringUTF8((nint)text) ?? string.Empty);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or OutOfMemoryException
            or InvalidCastException)
        {
        }
    }

    private void Add(int level, string text)
    {
        lock (_lock)
        {
            if (level != Continuation)
                _level = level;
            if (_level is not (Warning or Warning + 1))
                return;
            _line.Append(text);
            if (!text.EndsWith('\n'))
                return;
            var line = _line.ToString().Trim();
            _line.Clear();
            if (line.Length == 0)
                return;
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }
}
