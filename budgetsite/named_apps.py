"""Call others' apps in the desk by what they hold."""

from axes.apps import AppConfig as AxesConfig
from django_tasks_db.apps import TasksAppConfig


class SignIns(AxesConfig):  # type: ignore[misc]  # axes is untyped
    verbose_name = "登录安全"


class BackgroundTasks(TasksAppConfig):
    verbose_name = "后台任务"
