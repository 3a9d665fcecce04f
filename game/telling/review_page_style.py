"""How the page of a review looks: the desk by day, for wide and narrow windows and for paper."""

STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#F4EEE2;color:#23272B;font:16px/1.55 'Noto Sans','Noto Sans SC','PingFang SC',
'Microsoft YaHei',system-ui,sans-serif;overflow-wrap:anywhere}
.room{max-width:1100px;margin:0 auto;padding:0 20px}
header{background:#12181B;color:#F3EEE3;border-bottom:3px solid #C6473A;padding:18px 0}
header .room{display:flex;flex-wrap:wrap;gap:12px 40px;justify-content:space-between;align-items:center}
h1{font-size:28px;line-height:1.2;margin:0}
header p{margin:2px 0}
header .soft{color:#B9B4A8}
dl{display:flex;flex-wrap:wrap;align-items:flex-end;gap:10px 28px;margin:0}
.figure{max-width:150px}
dt{font-size:13px;line-height:1.3;color:#B9B4A8}
dd{font-size:26px;line-height:1.25;font-weight:700;margin:0}
.curves{margin:22px -26px 0}
.curves svg{display:block;width:100%;height:auto}
.narrow{display:none}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;margin:8px 0 16px;padding:0;font-size:14px}
.legend li{display:flex;align-items:center;gap:6px;color:#5A5F63}
.sign{flex:none;vertical-align:-4px}
.summary{margin:0 0 20px}
.summary p{margin:4px 0}
article{background:#FFFCF5;border-left:6px solid;border-radius:12px;padding:14px 20px;margin:0 0 16px;
box-shadow:0 1px 4px #0002;scroll-margin-top:10px}
h2{display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px;font-size:18px;line-height:1.3;margin:0 0 8px}
.values{margin-left:auto;font-size:15px;font-weight:400;color:#5A5F63;white-space:nowrap}
.talk{display:flex;gap:16px;align-items:flex-start}
.talk p{margin:4px 0}
.talk>div{flex:1;min-width:0}
.face{flex:none;width:74px;height:85px;border-radius:10px;background:#D7E3E2;border:1px solid #8C8371}
.name{font-size:13px;color:#5A5F63;margin-right:4px}
.said{font-size:17px}
.thought{font-style:italic}
html[lang^=zh] .thought{font-style:normal;color:#6B3F6E}
.cue,.soft{color:#5A5F63;font-size:14px}
.why{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:10px 20px;margin:12px 0 6px;
padding-top:12px;border-top:1px solid #D8CDB9}
h3{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;font-size:16px;line-height:1.35;margin:0 0 4px}
.why ul,.why ol{margin:4px 0;padding-left:22px}
.better{background:#E4EFE9;border:2px solid #1E6B57;border-radius:10px;padding:10px 14px}
.better h3{color:#1E6B57}
.better p{margin:4px 0}
.better p.name{margin-top:8px}
details{grid-column:1/-1;margin:4px 0}
summary{cursor:pointer;color:#2A5B87}
table{width:100%;border-collapse:collapse;margin:6px 0;font-size:15px}
th,td{text-align:right;padding:5px 0 5px 14px;vertical-align:top;border-bottom:1px solid #E4D9C3;
white-space:nowrap}
th{font-size:13px;font-weight:400;color:#5A5F63}
th:first-child,td:first-child{text-align:left;padding-left:0;white-space:normal}
.parts td{border:0;padding:2px 0;white-space:normal;text-align:left}
.parts td:first-child{width:3.4em;padding-right:10px;text-align:right;font-weight:700;white-space:nowrap}
.mine td:first-child{font-weight:700}
footer{color:#5A5F63;font-size:14px;padding:4px 0 28px}
footer p{margin:4px 0}
@media (max-width:720px){
.room{padding:0 14px}.curves{margin:14px -10px 0}.wide{display:none}.narrow{display:block}
.why{grid-template-columns:minmax(0,1fr)}article{padding:12px 14px}.face{width:56px;height:64px}
dl{gap:8px 20px}dd{font-size:21px}th,td{padding-left:8px}table{font-size:14px}
}
@media print{
body{background:#FFF;font-size:12px}header{background:#FFF;color:#000}header .soft,dt{color:#444}
article{break-inside:avoid;box-shadow:none;border:1px solid #999;border-left-width:6px}
}
"""
