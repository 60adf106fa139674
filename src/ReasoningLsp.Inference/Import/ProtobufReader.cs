namespace ReasoningLsp.Inference.Import;

/// <summary>Fields of a protobuf message, one after another.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Number of the field.</summary>
    public int Field { get; private set; }

    /// <summary>Its value, of a whole number.</summary>
    public ulong Number { get; private set; }

    /// <summary>Its value, of anything else.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    /// <exception cref="FormatException">The message is broken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is cut off.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
            return false;
        var tag = Varint();
        Field = checked((int)(tag >> 3));
        Number = 0;
        Bytes = default;
        switch (tag & 7)
        {
            case 0:
                Number = Varint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Take(checked((int)Varint()));
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new FormatException($"an unknown kind of field ({tag & 7})");
        }

        return true;
    }

    private void Take(int length)
    {
        Bytes = _rest[..length];
        _rest = _rest[length..];
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_rest.IsEmpty)
                throw new FormatException("it is cut off");
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new FormatException("a number that never ends");
    }
}
