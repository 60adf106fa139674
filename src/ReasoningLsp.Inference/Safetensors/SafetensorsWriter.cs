using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ReasoningLsp.Inference.Safetensors;

/// <summary>Writes tensors of 32-bit numbers.</summary>
internal static class SafetensorsWriter
{
    /// <summary>Writes a whole file.</summary>
    public static void Write(Stream stream, IEnumerable<(string Name, ImmutableArray<long> Shape, float[] Values)> tensors)
    {
        var list = tensors.ToList();
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            var offset = 0L;
            foreach (var (name, shape, values) in list)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (var length in shape)
                    json.WriteNumberValue(length);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += (long)values.Length * sizeof(float));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (header.Length % sizeof(long) != 0)
            header.WriteByte((byte)' ');
        stream.Write(BitConverter.GetBytes((ulong)header.Length));
        header.WriteTo(stream);
        foreach (var (_, _, values) in list)
            stream.Write(MemoryMarshal.AsBytes<float>(values));
    }
}
