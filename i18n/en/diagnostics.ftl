# wird
