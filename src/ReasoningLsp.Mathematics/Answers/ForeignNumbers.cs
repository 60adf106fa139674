using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Numbers in words of other languages: the small ones by name, Chinese and Japanese ones by their digits.</summary>
internal static class ForeignNumbers
{
    // From zero on, a language a line; a word that is also an English one, or another number elsewhere, is left out with a dash.
    private const string Table = """
        null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
        """
        + """
         neunzehn zwanzig
        zéro un deux trois quatre cinq - sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt
        cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
        """
        + """
         diecinueve veinte
        - - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto
        """
        + """
         diciannove venti
        - um dois três quatro - - sete oito nove dez - doze treze - - dezesseis dezessete dezoito dezenove vinte
        nul een twee drie vier vijf zes zeven acht negen tien - twaalf dertien veertien vijftien zestien zeventien achttien negentien
        """
        + """
         twintig
        - jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście
        """
        + """
         szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia
        ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать
        """
        + """
         шестнадцать семнадцать восемнадцать девятнадцать двадцать
        нуль - - - чотири - шість сім вісім - - одинадцять дванадцять тринадцять чотирнадцять - - сімнадцять вісімнадцять - двадцять
        sıfır bir iki üç dört beş altı yedi sekiz dokuz on
        không một hai ba bốn năm sáu bảy tám chín mười
        शून्य एक दो तीन चार पाँच छह सात आठ नौ दस
        صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة
        영 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열
        """;

    private const string Digits = "零一二三四五六七八九";

    private static readonly FrozenDictionary<string, int> s_words = Table.Split('\n')
        .SelectMany(line => line.Trim().Split(' ').Select((word, index) => (word, index)))
        .Where(pair => pair.word is not ("-" or "on" or "tres" or "once" or "ba"))
        .Append(("tres", 3))
        .DistinctBy(pair => pair.Item1)
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The number that a word is in some language; null where it is none.</summary>
    public static Rational? Find(string word)
    {
        if (s_words.TryGetValue(word, out var value))
            return value;
        var cut = word.IndexOf("分之", StringComparison.Ordinal);
        if (cut > 0)
            return Chinese(word[..cut]) is { Sign: > 0 } below && Chinese(word[(cut + 2)..]) is { } above ? above / below : null;
        return Chinese(word);
    }

    // 二十五, 一百零五, 三千二百, 两万.
    private static Rational? Chinese(string text)
    {
        if (text.Length is 0 or > 12)
            return null;
        long total = 0, section = 0, digit = 0;
        foreach (var c in text)
        {
            if ((c is '两' ? 2 : c is '〇' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal)) is var value and >= 0)
            {
                digit = value;
                continue;
            }

            var scale = c switch { '十' => 10, '百' => 100, '千' => 1000, '万' or '萬' => 10_000, '亿' or '億' => 100_000_000, _ => 0 };
            if (scale == 0)
                return null;
            if (scale < 10_000)
                section += (digit == 0 ? 1 : digit) * scale;
            else
                (total, section) = (total + ((section + digit) * scale), 0);
            digit = 0;
        }

        return total + section + digit;
    }
}
