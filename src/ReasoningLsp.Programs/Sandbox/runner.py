# Runs programs one after the other: each after those before it, as the cells of a notebook, and by itself. What each shows is
# written to the standard output as a line of JSON behind a mark. What is not the runner's own reaches nothing outside anyway.
import sys


def main():
    import ast
    import builtins
    import io
    import json

    mark, programs = sys.argv[1], sys.argv[2:]
    sys.argv = ['']
    sys.set_int_max_str_digits(0)
    builtins.exit = builtins.quit = sys.exit
    channel = sys.stdout
    most = 1 << 16

    class Sink(io.StringIO):
        cut = False

        def write(self, text):
            if self.tell() + len(text) > most:
                self.cut = True
                raise MemoryError('too much output')
            return super().write(text)

    def plain(text):
        return text[:most].encode('utf-8', 'replace').decode('utf-8')

    def run(source, names):
        sink, shown = Sink(), {}
        sys.stdout, sys.stderr = sink, Sink()
        try:
            tree = ast.parse(source)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, '<program>', 'exec'), names)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), '<program>', 'eval'), names)
                if value is not None:
                    shown['value'], shown['text'] = plain(repr(value)), plain(str(value))
        except SystemExit:
            pass
        except BaseException as error:
            shown['error'] = type(error).__name__
            shown['message'] = plain(str(error)[:1000])
            if isinstance(error, ImportError) and isinstance(error.name, str):
                shown['module'] = plain(error.name)
        shown['printed'], shown['cut'] = plain(sink.getvalue()), sink.cut
        return shown

    names = {'__name__': '__main__'}
    for index, program in enumerate(programs):
        following = run(program, names)
        alone = run(program, {'__name__': '__main__'}) if index else None
        channel.write('\n' + mark + json.dumps({'following': following, 'alone': alone}) + '\n')
        channel.flush()


main()
