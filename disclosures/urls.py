"""The addresses of 明账's pages, and of the answers that it gives to programs."""

from django.urls import path

from disclosures.api import api
from disclosures.views.catalogue import checks
from disclosures.views.comparison import comparison
from disclosures.views.corrections import correct, correct_text, ledger, ledger_download, revert_correction
from disclosures.views.demo_sign_in import demo_sign_in
from disclosures.views.disclosures import disclosure
from disclosures.views.exports import export
from disclosures.views.files import original_file
from disclosures.views.findings import answer, finding, findings, findings_download, take_back
from disclosures.views.goal_exports import indicator_export, project_export
from disclosures.views.home import home, methods
from disclosures.views.indicators import indicator, indicator_charts, indicators, quality
from disclosures.views.money import choose_money
from disclosures.views.page_pictures import page_picture
from disclosures.views.performance_share import share_performance
from disclosures.views.precheck import check, checked, checked_download, checked_page, checked_picture
from disclosures.views.projects import join_project, part_project, project, projects
from disclosures.views.share import change_share, create_share, revoke_share, share, shares
from disclosures.views.share_extras import embed_share, export_share, share_code, share_picture
from disclosures.views.shared_access import unlock_share
from disclosures.views.shared_lists import shared_text_source
from disclosures.views.shared_sources import shared_figure, shared_file, shared_page_picture, shared_source
from disclosures.views.sources import figure, source, text_source
from disclosures.views.unit_costs import cost, costs
from disclosures.views.units import unit, units

app_name = "disclosures"

urlpatterns = [
    path("", home, name="home"),
    path("units/", units, name="units"),
    path("units/<int:pk>/", unit, name="unit"),
    path("disclosures/<int:pk>/", disclosure, name="disclosure"),
    path("files/<int:pk>/", original_file, name="file"),
    path("files/<int:pk>/pages/<int:page>.png", page_picture, name="page_picture"),
    path("source/<int:pk>/", source, name="source"),
    path("source/<int:pk>/correct/", correct, name="correct"),
    path("source/<slug:kind>/<int:pk>/", text_source, name="text_source"),
    path("source/<slug:kind>/<int:pk>/correct/", correct_text, name="correct_text"),
    path("corrections/", ledger, name="corrections"),
    path("corrections/export.<str:extension>", ledger_download, name="corrections_download"),
    path("corrections/<int:pk>/revert/", revert_correction, name="revert_correction"),
    path("findings/", findings, name="findings"),
    path("findings/export.xlsx", findings_download, name="findings_download"),
    path("findings/<int:pk>/", finding, name="finding"),
    path("findings/<int:pk>/answer/", answer, name="answer_finding"),
    path("findings/<int:pk>/take-back/", take_back, name="take_back_answer"),
    path("check/", check, name="check"),
    path("check/<str:token>/", checked, name="checked"),
    path("check/<str:token>/pages/<int:page>/", checked_page, name="checked_page"),
    path("check/<str:token>/pages/<int:page>.png", checked_picture, name="checked_picture"),
    path("check/<str:token>/result.<str:extension>", checked_download, name="checked_download"),
    path("checks/", checks, name="checks"),
    path("indicators/", indicators, name="indicators"),
    path("indicators/charts/", indicator_charts, name="indicator_charts"),
    path("indicators/quality/", quality, name="indicator_quality"),
    path("indicators/costs/", costs, name="unit_costs"),
    path("indicators/costs/<int:pk>/<slug:measure>/", cost, name="unit_cost"),
    path("indicators/export.<str:extension>", indicator_export, name="indicator_export"),
    path("indicators/<int:pk>/", indicator, name="indicator"),
    path("projects/", projects, name="projects"),
    path("projects/export.<str:extension>", project_export, name="project_export"),
    path("projects/<int:pk>/", project, name="project"),
    path("projects/<int:pk>/join/", join_project, name="join_project"),
    path("projects/<int:pk>/part/", part_project, name="part_project"),
    path("performance/share/", share_performance, name="share_performance"),
    path("compare/", comparison, name="compare"),
    path("compare/figure/", figure, name="figure"),
    path("compare/export.<str:extension>", export, name="export"),
    path("compare/share/", create_share, name="create_share"),
    path("shares/", shares, name="shares"),
    path("s/<slug:slug>/", share, name="share"),
    path("s/<slug:slug>/change/", change_share, name="change_share"),
    path("s/<slug:slug>/unlock/", unlock_share, name="unlock_share"),
    path("s/<slug:slug>/embed/", embed_share, name="embed_share"),
    path("s/<slug:slug>/preview.png", share_picture, name="share_picture"),
    path("s/<slug:slug>/code.svg", share_code, name="share_code"),
    path("s/<slug:slug>/export.<str:extension>", export_share, name="export_share"),
    path("s/<slug:slug>/revoke/", revoke_share, name="revoke_share"),
    path("s/<slug:slug>/source/<int:pk>/", shared_source, name="shared_source"),
    path("s/<slug:slug>/source/<slug:kind>/<int:pk>/", shared_text_source, name="shared_text_source"),
    path("s/<slug:slug>/figure/", shared_figure, name="shared_figure"),
    path("s/<slug:slug>/files/<int:pk>/", shared_file, name="shared_file"),
    path("s/<slug:slug>/files/<int:pk>/pages/<int:page>.png", shared_page_picture, name="shared_page_picture"),
    path("api/v1/", api.urls),
    path("methods/", methods, name="methods"),
    path("money/", choose_money, name="money"),
    path("demo/sign-in/", demo_sign_in, name="demo_sign_in"),
]
