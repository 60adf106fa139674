using System.Text;

namespace ReasoningLsp.Review.Tests.Support;

/// <summary>A GGUF file as numbers, read by the format's description alone: what is held against the engine shares no code with
/// it.</summary>
internal sealed class PlainGguf
{
    private const int Block = 32;
    private const int Alignment = 32;

    private readonly Dictionary<string, object> _metadata = [];
    private readonly Dictionary<string, float[]> _tensors = [];

    public PlainGguf(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        reader.ReadUInt64();
        var (tensors, entries) = (reader.ReadInt64(), reader.ReadInt64());
        for (var entry = 0L; entry < entries; entry++)
            _metadata[Text(reader)] = Value(reader, reader.ReadInt32());
        var infos = new List<(string Name, long Count, int Type, long Offset)>();
        for (var tensor = 0L; tensor < tensors; tensor++)
        {
            var name = Text(reader);
            var count = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt64()).Aggregate(1L, (all, each) => all * each);
            infos.Add((name, count, reader.ReadInt32(), reader.ReadInt64()));
        }

        var data = (reader.BaseStream.Position + Alignment - 1) / Alignment * Alignment;
        foreach (var (name, count, type, offset) in infos)
        {
            reader.BaseStream.Position = data + offset;
            _tensors[name] = Numbers(reader, count, type);
        }
    }

    /// <summary>The numbers of a tensor, row behind row, or null where it is not there.</summary>
    public float[]? Find(string name) => _tensors.GetValueOrDefault(name);

    public double Number(string key) => Convert.ToDouble(_metadata[key], System.Globalization.CultureInfo.InvariantCulture);

    private static float[] Numbers(BinaryReader reader, long count, int type)
    {
        var values = new float[count];
        for (var at = 0; at < count;)
        {
            switch (type)
            {
                case 0:
                    values[at++] = reader.ReadSingle();
                    break;
                case 1:
                    values[at++] = (float)reader.ReadHalf();
                    break;
                case 3:
                    var (scale, least) = ((float)reader.ReadHalf(), (float)reader.ReadHalf());
                    for (var i = 0; i < Block / 2; i++)
                    {
                        var pair = reader.ReadByte();
                        values[at + i] = ((pair & 15) * scale) + least;
                        values[at + i + (Block / 2)] = ((pair >> 4) * scale) + least;
                    }

                    at += Block;
                    break;
                case 8:
                    var step = (float)reader.ReadHalf();
                    for (var i = 0; i < Block; i++)
                        values[at++] = step * reader.ReadSByte();
                    break;
                default:
                    throw new NotSupportedException($"type {type}");
            }
        }

        return values;
    }

    private static object Value(BinaryReader reader, int type)
    {
        switch (type)
        {
            case 0: return reader.ReadByte();
            case 1: return reader.ReadSByte();
            case 2: return reader.ReadUInt16();
            case 3: return reader.ReadInt16();
            case 4: return reader.ReadUInt32();
            case 5: return reader.ReadInt32();
            case 6: return reader.ReadSingle();
            case 7: return reader.ReadByte() != 0;
            case 8: return Text(reader);
            case 9:
                var (each, count) = (reader.ReadInt32(), reader.ReadInt64());
                for (var i = 0L; i < count; i++)
                    Value(reader, each);
                return count;
            case 10: return reader.ReadUInt64();
            case 11: return reader.ReadInt64();
            default: return reader.ReadDouble();
        }
    }

    private static string Text(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes(checked((int)reader.ReadInt64())));
}
