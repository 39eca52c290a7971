namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>Damages a program again and again, each time anew, where it hurts: headers, tables, build information; the same at each run.</summary>
#pragma warning disable CA5394 // A seeded generator is the point.
internal sealed class RandomDamage
{
    private static readonly long[] s_numbers =
    [
        0,
        1,
        2,
        7,
        0xff,
        0x7fff,
        0xffff,
        0x7fff_ffff,
        0xffff_ffff,
        0x1_0000_0000,
        long.MaxValue,
        -1,
        -16,
    ];

    private readonly byte[] _whole;
    private readonly byte[] _bytes;
    private readonly Random _random;
    private readonly (int Start, int Length)[] _places;

    /// <summary>Makes ready.</summary>
    /// <param name="whole">The program.</param>
    /// <param name="blob">Where its build information is.</param>
    /// <param name="seed">What is to be repeated.</param>
    public RandomDamage(byte[] whole, int blob, int seed)
    {
        (_whole, _bytes, _random) = (whole, [.. whole], new Random(seed));
        _places = [(0, 64), (0, 512), (0, 4096), (blob, 64), (blob, 400), (whole.Length - 4096, 4096), (0, whole.Length)];
    }

    /// <summary>The program with other damage. The array is only sometimes a new one: it is good until the next call.</summary>
    public byte[] Next()
    {
        _whole.CopyTo(_bytes, 0);
        for (var count = _random.Next(1, 5); count > 0; count--)
        {
            var (start, length) = _places[_random.Next(_places.Length)];
            var offset = start + _random.Next(Math.Min(length, _bytes.Length - start));
            switch (_random.Next(4))
            {
                case 0:
                    _bytes[offset] = (byte)_random.Next(256);
                    break;
                case 1:
                    _bytes[offset] ^= (byte)(1 << _random.Next(8));
                    break;
                case 2:
                    Put(offset & ~3, s_numbers[_random.Next(s_numbers.Length)], 1 << _random.Next(4));
                    break;
                default:
                    // One header over another.
                    var size = Math.Min(_random.Next(64), _bytes.Length - offset);
                    _bytes.AsSpan(_random.Next(Math.Min(4096, _bytes.Length) - size), size).CopyTo(_bytes.AsSpan(offset));
                    break;
            }
        }

        return _random.Next(10) == 0 ? _bytes[.._random.Next(_bytes.Length)] : _bytes;
    }

    private void Put(int offset, long value, int width)
    {
        var little = _random.Next(2) == 0;
        for (var i = 0; i < width && offset + i < _bytes.Length; i++)
        {
            _bytes[offset + i] = (byte)(value >> (8 * (little ? i : width - 1 - i)));
        }
    }
}
