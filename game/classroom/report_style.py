"""How pages of a class look that are read and printed: the paper and the ink of the desk."""

STYLE = """
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#f4eee2;color:#23272b;font:16px/1.55 'Noto Sans','Noto Sans SC','PingFang SC',
'Microsoft YaHei',sans-serif}
main{max-width:1020px;margin:0 auto;padding:28px 20px 70px}
h1{font-size:32px;line-height:1.25;margin:0 0 4px}h2{font-size:23px;margin:38px 0 8px}
h3{font-size:17px;margin:24px 0 4px}.soft{color:#5a5f63}
.facts{display:flex;flex-wrap:wrap;gap:10px}
.facts div{background:#fffcf5;border:1px solid #d8cdb9;border-radius:10px;padding:8px 16px;min-width:128px}
.facts b{display:block;font-size:24px;line-height:1.3}.facts span{color:#5a5f63;font-size:14px}
.plate{background:#fffcf5;border:1px solid #d8cdb9;border-radius:12px;padding:14px 18px}
.plate svg{display:block;width:100%;height:auto}
table{border-collapse:collapse;width:100%;background:#fffcf5;font-size:15px}
th,td{text-align:left;padding:7px 10px;border-bottom:1px solid #e4d9c3}
th.n,td.n{text-align:right;white-space:nowrap}th{color:#5a5f63}
@media print{body{background:#fff;font-size:13px}section{break-inside:avoid-page}.people{break-before:page}}
"""
