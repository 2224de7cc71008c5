"""The commands of the forecast: forecast, backtest."""

from argparse import Namespace
from datetime import date

from visitation.commands.options import Add, day_option, json_option, model_option, register_option, say


def add(command: Add) -> None:
    """Adds the commands."""
    forecast = command("forecast", _forecast, "regn et scenarie igennem: henvendelser, ventetid, forløb, § 85 og kroner")
    forecast.add_argument("--scenario", metavar="FIL-ELLER-NAVN", help="et scenarie: en YAML-fil, eller et, der er gemt i registret")
    forecast.add_argument("--set", action="append", default=[], metavar="NØGLE=VÆRDI", help="ét tal i scenariet, for eksempel places=92")

    backtest = command("backtest", _backtest, "efterprøv prognosen for henvendelser på registrets egen historik")

    for parser in (forecast, backtest):
        model_option(parser)
        day_option(parser)
        register_option(parser)
        json_option(parser)


def _forecast(arguments: Namespace) -> int:
    from visitation.prognosis import forecast_report, forecast_text

    asked = arguments.scenario, arguments.set, arguments.model, arguments.register, arguments.on
    result = forecast_report(*asked, date.today())
    say(arguments, result, forecast_text(result))
    return 0


def _backtest(arguments: Namespace) -> int:
    from visitation.prognosis import backtest_report, backtest_text

    result = backtest_report(arguments.model, arguments.register, arguments.on, date.today())
    say(arguments, result, backtest_text(result))
    return 0
