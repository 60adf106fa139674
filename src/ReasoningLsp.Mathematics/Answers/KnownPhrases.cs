using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds what an answer says in set words of many languages.</summary>
internal static class KnownPhrases
{
    private const int Longest = 80;

    private static readonly Regex s_notWord = new(@"[^\p{L}\p{M}\p{Nd}∅ℝ]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    // "There are no real solutions", "no such integers exist".
    private static readonly Regex s_nothing = new(
        @"^(?:there (?:is|are|exists?) |the \w+ has |it has |has |we have |so )?no (?:\w+ ){0,3}(?:solutions?|roots?|answers?|values?"
            + @"|integers?|numbers?|pairs?|triples?|functions?|primes?|such \w+|possibilities|way|ways|triangles?|points?|zeros?)(?: "
            + @"exists?| found| in reals?| possible| satisf\w+ \w+(?: \w+)?)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly FrozenDictionary<string, Known> s_phrases = Build();

    /// <summary>The meaning of a whole answer; null where it is said in other words.</summary>
    public static Known? Find(string text)
    {
        if (text.Length is 0 or > Longest)
            return null;
        var words = s_notWord.Replace(text, " ").Trim().ToLowerInvariant();
        if (words.Length == 0)
            return null;
        if (s_phrases.TryGetValue(words, out var known))
            return known;
        if (s_nothing.IsMatch(words))
            return Known.Nothing;
        // "Yes, it is.": what follows the comma explains.
        var comma = text.IndexOfAny([',', '.', ';', '!']);
        return comma > 0 && s_phrases.TryGetValue(text[..comma].Trim().ToLowerInvariant(), out known) && known is Known.Yes or Known.No
            ? known : null;
    }

    private static FrozenDictionary<string, Known> Build()
    {
        var phrases = new Dictionary<string, Known>(StringComparer.Ordinal);
        void Add(Known known, string list)
        {
            foreach (var phrase in list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                phrases[phrase] = known;
        }

        Add(Known.Nothing, "∅; none; none exist; none exists; none of them; empty set; the empty set; null set; no solution; no "
            + "solutions; unsolvable; not solvable; inconsistent; impossible; not possible; it is impossible; there are none; there is "
            + "none");
        Add(Known.Nothing, "keine lösung; keine lösungen; es gibt keine lösung; nicht lösbar; unlösbar; leere menge; die leere menge; "
            + "keine; unmöglich; aucune solution; pas de solution; il n y a pas de solution; ensemble vide; aucun; aucune; impossible; "
            + "sin solución; no hay solución; ninguna solución; no tiene solución; ninguno; ninguna; conjunto vacío; imposible; nessuna "
            + "soluzione; nessuna; nessuno; insieme vuoto; non ha soluzioni; impossibile; sem solução; não há solução; não tem solução; "
            + "nenhuma solução; nenhum; nenhuma; conjunto vazio; impossível; geen oplossing; geen oplossingen; geen; lege verzameling; "
            + "brak rozwiązań; brak rozwiązania; brak; zbiór pusty; sprzeczne; sprzeczny");
        Add(Known.Nothing, "нет решений; решений нет; нет решения; нет корней; корней нет; пустое множество; немає розв язків; розв "
            + "язків немає; порожня множина; çözüm yok; çözümü yok; boş küme; vô nghiệm; không có nghiệm; tập rỗng; 无解; 無解; 没有解; 方程无解; "
            + "不存在解; 空集; 無; 解なし; 解はない; 解は存在しない; 空集合; 해가 없다; 해 없음; 해가 없습니다; 공집합; कोई हल नहीं; हल नहीं है; لا يوجد حل; لا حل; مجموعة خالية");
        Add(Known.Undefined, "undefined; not defined; is undefined; does not exist; doesn t exist; dne; doesnt exist; it does not exist; "
            + "the limit does not exist; limit does not exist; indeterminate; nicht definiert; existiert nicht; n existe pas; non "
            + "défini; indéfini; no existe; indefinido; non esiste; não existe; indefinida; bestaat niet; nie istnieje; не существует; "
            + "не определено; не існує; 不存在; 无意义; 存在しない; 존재하지 않는다; tanımsız; không tồn tại; không xác định");
        Add(Known.AllReals, "ℝ; all real numbers; all reals; all real values; every real number; any real number; all real numbers x; "
            + "the real numbers; real numbers; the set of all real numbers; set of all real numbers; x is any real number; alle reellen "
            + "zahlen; tous les réels; tous les nombres réels; todos los números reales; todos los reales; tutti i numeri reali; todos "
            + "os números reais; todos os reais; alle reële getallen; wszystkie liczby rzeczywiste; все действительные числа; любое "
            + "действительное число; всі дійсні числа; 全体实数; 所有实数; 一切实数; 任意实数; 实数集; すべての実数; 全ての実数; 모든 실수; tüm gerçek sayılar; mọi số thực");
        Add(Known.InfinitelyMany,
            "infinitely many; infinitely many solutions; infinite; infinite solutions; an infinite number; infinite number of solutions; "
                + "there are infinitely many solutions; there are infinitely many; unendlich viele; unendlich viele lösungen; une "
                + "infinité; une infinité de solutions; infinitas soluciones; infinitas soluções; infinite soluzioni; oneindig veel; "
                + "nieskończenie wiele; бесконечно много; бесконечно много решений; нескінченно багато; 无数; 无数个; 无数解; 无穷多; 无穷多解; 無数; 무한히 "
                + "많다; sonsuz çözüm; vô số; vô số nghiệm");
        Add(Known.Yes, "yes; true; correct; it is true; it is; ja; wahr; richtig; oui; vrai; sí; si; verdadero; cierto; sì; vero; sim; "
            + "verdadeiro; waar; juist; tak; prawda; да; верно; истина; так; правда; 是; 对; 正确; 是的; はい; 正しい; 예; 네; 참; نعم; صحيح; हाँ; "
            + "सही; evet; doğru; có; đúng");
        Add(Known.No, "no; false; incorrect; it is false; it is not; nein; falsch; non; faux; falso; não; nee; onwaar; nie; fałsz; нет; "
            + "неверно; ложь; ні; неправда; 否; 不是; 错; 错误; 不正确; いいえ; 正しくない; 아니오; 아니요; 거짓; لا; خطأ; नहीं; गलत; hayır; yanlış; không; sai");
        return phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
