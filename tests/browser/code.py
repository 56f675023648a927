#!/usr/bin/env python3
"""Where the QR codes of a picture stand and what they say, as JSON: [{"text": …, "points": [[x, y], …]}].

    code.py PICTURE.png        for print.mjs; zxing-cpp and pillow from tests/tools/requirements.txt
"""
import json
import sys

import zxingcpp
from PIL import Image

found = zxingcpp.read_barcodes(Image.open(sys.argv[1]).convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
corners = ("top_left", "top_right", "bottom_right", "bottom_left")
print(json.dumps([{"text": it.text, "points": [[getattr(it.position, name).x, getattr(it.position, name).y] for name in corners]} for it in found]))
