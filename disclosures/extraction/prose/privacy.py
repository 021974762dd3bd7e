"""Take names and telephone numbers of persons out of text before anything else sees it."""

from __future__ import annotations

import re

MASK = "***"

_PERSON = re.compile(
    r"((?:填表|填报|制表|经办|审核|复核|联系|负责)人(?:员)?(?:姓名)?|(?:单位|部门|财务|项目)负责人|分管领导)"
    r"(?:[(（][^()（）]{1,8}[)）])?(\s*[:：]\s*)(?!填报|填表|联系|单位|日期)[\u4e00-\u9fff·]{2,4}(?=\s|$|[,，;；。、]|填|联|电|单|日|手)"
)
_TELEPHONE = re.compile(r"((?:联系)?(?:电话|手机|方式)(?:号码)?\s*[:：]\s*)[\d\-—－()（） 转]{6,20}\d")
_MOBILE = re.compile(r"(?<![\d.])1[3-9]\d{9}(?![\d.])")


def without_personal_data(text: str) -> str:
    """Return text with the names and telephone numbers of those who filled in a form masked."""
    text = _PERSON.sub(rf"\1\2{MASK}", text)
    return _MOBILE.sub(MASK, _TELEPHONE.sub(rf"\1{MASK}", text))
