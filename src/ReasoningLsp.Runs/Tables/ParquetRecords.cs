using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parquet;
using Parquet.Serialization;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Runs.Tables;

/// <summary>Reads the rows of a Parquet file as records of JSON, one group of rows in memory at a time.</summary>
public static class ParquetRecords
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rows in order: a column is a key, a list an array, a struct an object.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no Parquet file, or one of a kind that cannot be read.</exception>
    public static IEnumerable<JsonLine> Read(string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var groups = Groups(stream, cancellationToken);
        var number = 0;
        for (var group = 0; group < groups; group++)
        {
            foreach (var row in Rows(stream, group, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new JsonLine(Json(row), number, number, 0, null);
                number++;
            }
        }
    }

    private static int Groups(Stream stream, CancellationToken cancellationToken) => Checked(async () =>
    {
        await using var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return reader.RowGroupCount;
    });

    private static IEnumerable<object> Rows(Stream stream, int group, CancellationToken cancellationToken) => Checked(async () =>
    {
        var result = await ParquetSerializer.DeserializeUntypedAsync(stream, null, group, cancellationToken).ConfigureAwait(false);
        return result.Data.Cast<object>().ToList();
    });

    // Whoever lists inputs does so step by step; the file is local, so waiting for it blocks nobody else.
    private static T Checked<T>(Func<Task<T>> read)
    {
        try
        {
            return Task.Run(read).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not (OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            // What a library throws at a hostile file is not known beforehand.
            throw new InvalidDataException($"it is no Parquet file that can be read: {error.Message}", error);
        }
    }

    private static string Json(object row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_json))
            Write(json, row);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(Review.Reporting.UnicodeText.WellFormed(text));
                break;
            case ReadOnlyMemory<char> text:
                json.WriteStringValue(Review.Reporting.UnicodeText.WellFormed(text.ToString()));
                break;
            case byte[] bytes:
                json.WriteStringValue(Encoding.UTF8.GetString(bytes));
                break;
            case ReadOnlyMemory<byte> bytes:
                json.WriteStringValue(Encoding.UTF8.GetString(bytes.Span));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case float or double:
                WriteReal(json, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                json.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    json.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteReal(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }
}
