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
.plate svg{display:block;width:100%;height:auto}.half{max-width:640px}h2 small{font-size:15px;font-weight:400;
color:#5a5f63}
table{border-collapse:collapse;width:100%;background:#fffcf5;font-size:15px}
th,td{text-align:left;padding:7px 10px;border-bottom:1px solid #e4d9c3;overflow-wrap:anywhere}
th.n,td.n{text-align:right;white-space:nowrap}th{color:#5a5f63}
@page{margin:13mm}
@media print{body{background:#fff;font-size:13px}main{max-width:none;padding:0}h1{font-size:26px}
h2{font-size:19px;margin:14px 0 8px}h3{font-size:15px;margin:9px 0 3px}table{font-size:12.5px}
th,td{padding:2px 8px}.plate{padding:4px 14px}.facts b{font-size:19px}.facts div{padding:5px 14px}
h2,h3{break-after:avoid}.facts,.plate,tr{break-inside:avoid}section+section,.people{break-before:page}}
"""

HOME_STYLE = """
html,body{overflow-wrap:anywhere}h1{font-size:34px}
h4{display:flex;align-items:center;gap:8px;font-size:17px;line-height:1.35;margin:0 0 6px}
.narrow{display:none}.turn,.lesson{background:#fffcf5;border:1px solid #d8cdb9;border-left:6px solid #2a5b87;
border-radius:12px;padding:12px 18px;margin:10px 0}.turn p,.lesson p{margin:5px 0}
.turn ul,.turn ol{margin:4px 0;padding-left:24px}.lesson{border-left-color:#1e6b57}.thought{color:#6b3f6e}
.better{background:#e4efe9;border:2px solid #1e6b57;border-radius:10px;padding:6px 14px;margin:8px 0 4px}
details{margin:12px 0}summary{cursor:pointer;color:#2a5b87}footer{margin-top:34px;font-size:14px}
@media (max-width:720px){main{padding:16px 14px 50px}h1{font-size:27px}h2{font-size:20px;margin-top:28px}
.wide{display:none}.narrow{display:block}.plate{padding:8px 10px}
.facts div{flex:1 1 40%;min-width:0;padding:8px 12px}
.facts b{font-size:21px}.turn,.lesson{padding:10px 14px}}
@media print{section+section{break-before:auto}.turn,.lesson{break-inside:avoid}
.wide{display:block}.narrow{display:none}}
"""
"""What the page of one trainee has besides, for a phone as well as for paper."""
